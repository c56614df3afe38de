import { Injectable } from '@nestjs/common';
import type { Role, WorkKind } from '@clearance/contract';
import type { Act } from '../audit-log/audit-log.ts';
import type { Ctx } from '../context.ts';
import { rows, type Tx } from '../db/in-county.ts';
import { Refused } from '../refused.ts';
import { Bell } from './bell.ts';
import { WorkLedger } from './work-ledger.ts';
import { mayTouch, type Touchable } from './work-rights.ts';
import { workFound } from './work-view.ts';
import { WorkStops } from './work-stops.ts';

/**
 * What becomes of a kind of work once whoever started it may no longer do it. `goes_on` is what only carries out what was
 * decided before and the county cannot do without: it goes on without the name.
 */
const afterwards: Readonly<Record<WorkKind, 'ends' | 'goes_on'>> = {
  bulk_review: 'ends',
  import: 'ends',
  simulation: 'ends',
  impact: 'ends',
  audit_export: 'ends',
  annotated_export: 'ends',
  court_list: 'ends',
  evaluation: 'goes_on',
  release: 'goes_on',
  people_index: 'goes_on',
};

/** Why somebody may no longer do what their work does. */
export type AccessEnd = 'suspended' | 'role_taken';

const words: Readonly<Record<AccessEnd, string>> = {
  suspended: 'It was stopped because whoever started it was suspended.',
  role_taken: 'It was stopped because whoever started it no longer has the role for it.',
};

/** Work that somebody's access ended: what the log is to say, and what is left to do after the commit. */
export interface Ended {
  readonly acts: readonly Act[];
  readonly ended: readonly { readonly id: string; readonly kind: WorkKind }[];
  /** What goes on without the name. */
  readonly handedOver: readonly string[];
}

/** Ends what somebody has under way that they may no longer do. */
@Injectable()
export class WorkOfMember {
  constructor(
    private readonly ledger: WorkLedger,
    private readonly stops: WorkStops,
    private readonly bell: Bell,
  ) {}

  /**
   * Runs `change`, which takes the access of a member, and ends their open work before and behind it: behind it for what
   * was being opened at this moment. `roles` are all that is left to them. What waits for a confirmation stays: whoever
   * confirms it has it go on in their own name. Append `acts` to the log, and call `after` after the commit.
   */
  async endAround(
    tx: Tx,
    ctx: Ctx,
    member: { readonly id: string; readonly roles: readonly Role[]; readonly why: AccessEnd },
    change: () => Promise<void>,
  ): Promise<Ended> {
    // In the order in which jobs lock: their work before its starter. An import that is stopped takes the log, so it comes last.
    const before = await this.end(tx, ctx, member, ({ kind, touch }) => kind !== 'import' || !touch.cancellable);
    await change();
    const behind = await this.end(tx, ctx, member, () => true);
    return {
      acts: [...before.acts, ...behind.acts],
      ended: [...before.ended, ...behind.ended],
      handedOver: [...before.handedOver, ...behind.handedOver],
    };
  }

  private async end(
    tx: Tx,
    ctx: Ctx,
    { id: memberId, roles, why }: Parameters<WorkOfMember['endAround']>[2],
    takes: (work: Touchable) => boolean,
  ): Promise<Ended> {
    const open = await rows<{ id: string }>(
      tx,
      `SELECT id FROM work WHERE county_id = $1 AND started_by = $2 AND state IN ('running', 'failed') ORDER BY id`,
      [ctx.countyId, memberId],
    );
    const acts: Act[] = [];
    const ended: { id: string; kind: WorkKind }[] = [];
    const handedOver: string[] = [];
    for (const { id } of open) {
      const work = await workFound(tx, id);
      if (!work || mayTouch({ memberId, roles }, work) || !takes(work)) continue;
      const stopped =
        afterwards[work.kind] === 'ends' && work.touch.cancellable && (await this.stopped(tx, ctx, id, work.kind));
      if (stopped) {
        await this.ledger.endedBecause(tx, id, words[why]);
        ended.push({ id, kind: work.kind });
      } else {
        await this.ledger.handOver(tx, id);
        handedOver.push(id);
      }
      const { done, total } = (await workFound(tx, id)) ?? work;
      acts.push({
        action: stopped ? 'work.cancel' : 'work.hand_over',
        target: { type: 'work', id },
        detail: { kind: work.kind, done, total, startedBy: memberId, because: why },
      });
    }
    return { acts, ended, handedOver };
  }

  /** False where it is too late: nothing is left but to close it. */
  private async stopped(tx: Tx, ctx: Ctx, id: string, kind: WorkKind): Promise<boolean> {
    try {
      await (this.stops.of(kind)?.stop(tx, ctx, id) ?? this.ledger.stop(tx, id));
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }

  /** What ending work leaves to be done once it is committed. */
  async after(ctx: Ctx, { ended, handedOver }: Ended): Promise<void> {
    for (const { id, kind } of ended) await this.stops.of(kind)?.cleared?.(ctx, id);
    for (const id of handedOver) await this.bell.ring(ctx.countyId, id);
  }
}
