import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { emptyRange, encodeRange, rootOf } from '@clearance/audit';
import { now } from '../clock.ts';
import { Database, one, type Tx } from '../db/in-county.ts';
import { LOG, type Log } from '../log.ts';
import { showProgress, type Reading } from './check-progress.ts';
import { readHead } from './log-head.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { SigningKeys } from './signing-keys.ts';
import { LogVerifier, type LogVerdict } from './verify-log.ts';

export type VerificationKind = 'whole' | 'new';

/** The newest verification of each kind, as it is kept. */
export interface KeptVerification {
  readonly kind: VerificationKind;
  readonly size: number;
  readonly root: Buffer;
  readonly ok: boolean;
  readonly seq: number | null;
  readonly why: string | null;
  readonly at: Date;
  readonly tookMs: number;
}

/** What came of it, with the size and the root (hex, empty where the head is damaged) of the log at that moment. */
export type Verified = { readonly size: number; readonly root: string } & (
  { readonly ok: true } | Extract<LogVerdict, { ok: false }>
);

const DAYS_KEPT = 30;

/** Verifies the logs of counties, keeps what came of it, and raises the alarm. It never ends one. */
@Injectable()
export class Verifications {
  constructor(
    private readonly database: Database,
    private readonly verifier: LogVerifier,
    private readonly keys: SigningKeys,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Verifies the whole log, or what is new since the last time that went well. Of the whole it shows how far it is.
   * Throws the reason of `stop` when that comes first; nothing is kept then.
   */
  async run(countyId: string, kind: VerificationKind, stop?: AbortSignal): Promise<Verified> {
    const { all } = await this.keys.signer();
    const at = now();
    const reading: Reading = { done: 0, stop };
    const read = () =>
      this.database.inCountySnapshot({ countyId }, async (tx) => {
        const head = await readHead(tx);
        return {
          verdict: await this.verifier.verify(tx, countyId, all, kind, reading),
          size: head.size,
          range: head.range ?? emptyRange,
        };
      });
    const shown = kind === 'new' ? read() : showProgress(this.database, countyId, reading, read);
    const { verdict, size, range } = await shown;
    await this.keep(countyId, { kind, verdict, size, range: encodeRange(range), root: rootOf(range), at });
    const root = rootOf(range).toString('hex');
    return verdict.ok
      ? { ok: true, size, root }
      : { ...verdict, size, root: verdict.why === 'head_damaged' ? '' : root };
  }

  /** Sets the alarm: from here on nothing is decided in this county. */
  async raise(tx: Tx, countyId: string, fault: { readonly seq: number; readonly why: string }): Promise<void> {
    const raised = await raiseAlarm(tx, countyId, { at: now(), ...fault });
    if (raised) this.log.error({ countyId, seq: fault.seq, why: fault.why }, 'the audit log of a county does not fit');
  }

  /** One that is later than now was made before the clock was set back; it does not put the next one off. */
  async newest(tx: Tx, kind?: VerificationKind): Promise<KeptVerification | undefined> {
    const found = await one<Omit<KeptVerification, 'size' | 'seq'> & { size: string; seq: string | null }>(
      tx,
      `SELECT kind, size, root, ok, bad_seq AS seq, why, at, took_ms AS "tookMs" FROM audit_verification
        WHERE ($1::text IS NULL OR kind = $1) AND at <= $2 ORDER BY at DESC LIMIT 1`,
      [kind ?? null, now()],
    );
    return found && { ...found, size: Number(found.size), seq: found.seq === null ? null : Number(found.seq) };
  }

  private async keep(
    countyId: string,
    found: { kind: VerificationKind; verdict: LogVerdict; size: number; range: Buffer; root: Buffer; at: Date },
  ): Promise<void> {
    const { kind, verdict, size, range, root, at } = found;
    const fault = verdict.ok ? undefined : verdict;
    await this.database.inCounty({ countyId }, async (tx) => {
      await tx.query(
        `INSERT INTO audit_verification (county_id, id, kind, size, root, range, ok, bad_seq, why, at, took_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[countyId, randomUUID(), kind, size, root, range, verdict.ok, fault?.seq ?? null, fault?.why ?? null, at],
          now().getTime() - at.getTime(),
        ],
      );
      // The largest tree that was ever found good is kept: every check leads through it.
      await tx.query(
        `DELETE FROM audit_verification WHERE ok AND at < $1::timestamptz - make_interval(days => $2)
            AND size < (SELECT max(size) FROM audit_verification WHERE ok)`,
        [at, DAYS_KEPT],
      );
      if (fault) await this.raise(tx, countyId, fault);
    });
  }
}
