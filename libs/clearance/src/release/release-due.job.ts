import { Injectable } from '@nestjs/common';
import type { Decision, State } from '@clearance/contract';
import {
  AuditLog,
  Database,
  HandlesJob,
  now,
  rows,
  systemCtx,
  WorkLedger,
  type JobData,
  type JobHandler,
} from '@clearance/platform';
import { underPolicy } from '../conviction/in-force.ts';
import { advanceAlike } from '../conviction/standing.ts';
import { DUE } from './due.ts';

/** Convictions per job. */
export const RELEASE_CHUNK = 1000;

interface Due {
  readonly place: string;
  readonly id: string;
  readonly version: number;
  readonly state: State;
  readonly decision: Decision | null;
  readonly historyDigest: string;
  readonly policyVersion: number | null;
}

/** Releases up to a thousand approvals whose time to be taken back is over, each with its own entry on the log. */
@Injectable()
@HandlesJob('release.due')
export class ReleaseDueJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const chunk = await this.ledger.take(tx, job.id, job.chunk ?? 0);
      if (!chunk) return;
      const ctx = systemCtx(job.countyId, job.id, now());
      // Whoever takes one back at this moment has it locked: it is hers, and this job takes the others.
      const due = await rows<Due>(
        tx,
        `SELECT c.ctid AS place, c.id, c.version, c.state, c.decision, c.history_digest AS "historyDigest",
                c.policy_version AS "policyVersion" FROM conviction c
          WHERE ${DUE} ORDER BY c.releases_at, c.id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
        [ctx.now, RELEASE_CHUNK],
      );
      const moves = due.map(({ id, place, version }) => ({ id, place, version, to: 'released' as const }));
      const moved = await advanceAlike(tx, ctx.now, { verb: 'release', moves, bulkReviewId: null, releasesAt: null });
      if (moved !== due.length) throw new Error('A locked conviction did not move.');
      await this.ledger.done(tx, job.id, chunk.no, chunk.lastKey - chunk.firstKey + 1);
      await this.auditLog.append(
        tx,
        ctx,
        due.map((one) => ({
          action: 'conviction.release',
          target: { type: 'conviction', id: one.id },
          historyDigest: one.historyDigest,
          ...underPolicy(one),
          stateBefore: one.state,
          stateAfter: 'released',
          detail: { decision: one.decision ?? '' },
        })),
      );
    });
  }
}
