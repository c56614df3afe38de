import { clearInterval, setInterval } from 'node:timers';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { now } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { countiesOf } from '../db/counties-of.ts';
import { Database, one } from '../db/in-county.ts';
import { LOG, type Log } from '../log.ts';
import { AuditLog } from './audit-log.ts';
import { Checkpoints } from './checkpoints.ts';
import { Deliveries } from './deliveries.ts';
import { takeHeldActs } from './held-acts.ts';
import { LogDamaged } from './log-damaged.ts';
import { OPEN_ALARM, readHead } from './log-head.ts';
import { SigningKeys } from './signing-keys.ts';
import { Verifications } from './verifications.ts';

/** However many entries a bulk review writes between two looks: none is uncovered for longer than this. */
const TICK_MS = 1_000;
/** Verifying the whole log may take a sixth of the time at most, however long the log has become. */
const SHARE = 6;

/** Signs, sends and verifies the log of every county for as long as the worker lives. */
@Injectable()
export class LogKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly keys: SigningKeys,
    private readonly checkpoints: Checkpoints,
    private readonly deliveries: Deliveries,
    private readonly verifications: Verifications,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    let first = true;
    const tick = () => {
      this.running ??= this.round(first)
        .then(() => (first = false))
        .catch((error: unknown) => this.log.error({ err: error }, 'the logs could not be kept'))
        .then(() => (this.running = undefined));
    };
    this.timer = setInterval(tick, TICK_MS);
    tick();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** One look at every county. The first verifies every log as a whole: nobody knows what happened meanwhile. */
  private async round(first: boolean): Promise<void> {
    for (const countyId of await countiesOf(this.database)) {
      if (this.stopped) return;
      await this.takeHeld(countyId);
      await this.sign(countyId);
      await this.deliveries.send(countyId);
      const kind = first ? 'whole' : await this.due(countyId);
      if (kind) await this.verifications.run(countyId, kind);
    }
  }

  /** What was done while the log could take no entry becomes part of it once the alarm is ended. */
  private async takeHeld(countyId: string): Promise<void> {
    await this.database.inCounty({ countyId }, async (tx) => {
      if ((await readHead(tx)).damage) return;
      for (const held of await takeHeldActs(tx, countyId)) await this.auditLog.appendHeld(tx, held);
    });
  }

  private async sign(countyId: string): Promise<void> {
    const signer = await this.keys.signer();
    const { checkpointEntries, checkpointSeconds } = this.config;
    await this.database
      .inCounty({ countyId }, async (tx) => {
        const due = await one(
          tx,
          `SELECT 1 FROM audit_head h LEFT JOIN LATERAL
                  (SELECT size, signed_at FROM audit_checkpoint ORDER BY size DESC LIMIT 1) c ON true
            WHERE NOT EXISTS (SELECT 1 FROM ${OPEN_ALARM} a) AND h.size <> coalesce(c.size, 0)
              AND (c.size IS NULL OR h.size - c.size NOT BETWEEN 0 AND $1 - 1
                   OR c.signed_at <= $2::timestamptz - make_interval(secs => $3) OR c.signed_at > $2::timestamptz)`,
          // A look before it would be too late.
          [checkpointEntries, now(), Math.max(0, checkpointSeconds - (2 * TICK_MS) / 1000)],
        );
        const signed = due && (await this.checkpoints.sign(tx, countyId, signer));
        if (signed) await this.deliveries.note(tx, countyId, signed);
      })
      .catch(async (error: unknown) => {
        if (!(error instanceof LogDamaged)) throw error;
        await this.database.inCounty({ countyId }, (tx) => this.verifications.raise(tx, countyId, error));
      });
  }

  private async due(countyId: string): Promise<'whole' | 'new' | undefined> {
    const { verifyNewSeconds, verifyWholeSeconds } = this.config;
    return this.database.inCounty({ countyId }, async (tx) => {
      const whole = await this.verifications.newest(tx, 'whole');
      const pause = Math.max(verifyWholeSeconds, (SHARE * (whole?.tookMs ?? 0)) / 1000);
      if (!whole || ageOf(whole) >= pause) return 'whole';
      const newest = await this.verifications.newest(tx);
      if (!newest || ageOf(newest) < verifyNewSeconds) return undefined;
      const grown = await one(tx, `SELECT 1 FROM audit_head WHERE size <> $1`, [newest.size]);
      return grown && 'new';
    });
  }
}

const ageOf = ({ at }: { readonly at: Date }): number => (now().getTime() - at.getTime()) / 1000;
