import { Inject, Injectable } from '@nestjs/common';
import { verifierKeyText } from '@clearance/audit';
import type { AuditCheckpoint, AuditLogState } from '@clearance/contract';
import { CONFIG, type Config } from '../config.ts';
import type { Ctx } from '../context.ts';
import { Database, type Tx } from '../db/in-county.ts';
import { pageOf } from '../db/page.ts';
import type { ListQuery, Page } from '../http/list.ts';
import { alarmWords } from './alarm-words.ts';
import { checkInHand } from './check-progress.ts';
import { Deliveries } from './deliveries.ts';
import { readHead, rootText, type LogHead } from './log-head.ts';
import { SigningKeys } from './signing-keys.ts';
import { Verifications, type KeptVerification } from './verifications.ts';

const SHOWN = 10;

/** How a county's log stands: what is signed, what was verified, what was sent where. */
@Injectable()
export class AuditLogStates {
  constructor(
    private readonly database: Database,
    private readonly keys: SigningKeys,
    private readonly verifications: Verifications,
    private readonly deliveries: Deliveries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async get(ctx: Ctx): Promise<AuditLogState> {
    const signer = await this.keys.signer();
    return this.database.inCounty(ctx, async (tx) => {
      const head = await readHead(tx);
      const [checkpoint = null] = (await checkpointPage(tx, { range: [0, 0] })).rows;
      const newest = await this.verifications.newest(tx);
      return {
        origin: signer.verifier(ctx.countyId).name,
        size: head.size,
        root: rootText(head),
        keys: signer.all
          .map((key) => ({ text: verifierKeyText(key.verifier(ctx.countyId)), since: key.since.toISOString() }))
          .reverse(),
        checkpoint,
        unsigned: Math.max(0, head.size - (checkpoint?.size ?? 0)),
        checking: (await checkInHand(tx)) ?? null,
        lastVerification: viewOf(newest),
        lastWholeVerification: viewOf(await this.verifications.newest(tx, 'whole')),
        alarm: alarmOf(head, newest),
        delivery: await this.deliveries.settings(tx),
        folderOffered: this.config.checkpointDir !== undefined,
        deliveries: await this.deliveries.newest(tx, SHOWN),
      };
    });
  }
}

/** Kept checkpoints, newest first. */
export const checkpointPage = (tx: Tx, query: ListQuery<object, 'id'>): Promise<Page<AuditCheckpoint>> =>
  pageOf<AuditCheckpoint>(tx, query, {
    columns: `size::float8 AS id, size::float8 AS size, encode(root, 'hex') AS root, signed_at AS "signedAt", note`,
    from: 'audit_checkpoint',
    where: 'true',
    given: [],
    order: `ORDER BY size ${query.sort?.[1] === 'ASC' ? 'ASC' : 'DESC'}`,
  });

function viewOf(kept: KeptVerification | undefined): AuditLogState['lastVerification'] {
  if (!kept) return null;
  const { kind, ok, size, seq, why, at, tookMs } = kept;
  return { kind, ok, size, seq, why, at: at.toISOString(), tookMs };
}

/** The alarm of the head; where the head itself is gone it holds none, and the newest verification tells. */
function alarmOf({ damage }: LogHead, newest: KeptVerification | undefined): AuditLogState['alarm'] {
  const found =
    damage ?? (newest && !newest.ok ? { since: newest.at, seq: newest.seq ?? 0, why: newest.why ?? '' } : undefined);
  if (!found) return null;
  const { since, seq, why } = found;
  return { since: since.toISOString(), seq, why, says: alarmWords(seq, why) };
}
