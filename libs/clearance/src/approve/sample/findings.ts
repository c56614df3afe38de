import { Injectable } from '@nestjs/common';
import type { FindingBody, FindingTaken, Like } from '@clearance/contract';
import { AuditLog, Bell, Database, one, Refused, WorkLedger, type Ctx, type Tx } from '@clearance/platform';
import { lockConviction } from '../../conviction/standing.ts';
import { digestOf } from '../../conviction/set.ts';
import { openReview } from '../../review/open-review.ts';
import { mustHaveSeen } from '../must-have-seen.ts';
import { likeOf } from './like.ts';
import { findingView } from './sample-view.ts';

/** What an approver found when she looked at a conviction of her sample. */
@Injectable()
export class Findings {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Notes a finding. A defect stops the batch, and what is like it goes back to the reviewers: everything recommended by
   * the same person for the same reason under the same section. Throws `not_found`, `conflict` when the conviction has
   * moved since it was drawn, `sample_finding_stands`, `sample_not_seen` where the record was not shown to her.
   */
  async note(ctx: Ctx, id: string, body: FindingBody): Promise<FindingTaken> {
    const { view, held } = await this.database.inCounty(ctx, async (tx) => {
      await this.write(tx, ctx, id, body);
      const opened = body.finding === 'defect' ? await this.holdSiblings(tx, ctx, id, body) : undefined;
      await this.auditLog.append(tx, ctx, [
        {
          action: 'sample.finding',
          target: { type: 'conviction', id: body.convictionId },
          detail: { sample: id, finding: body.finding, held: opened?.count ?? 0 },
        },
      ]);
      return { view: await findingView(tx, ctx, id, body.convictionId), held: opened?.id };
    });
    if (held) await this.bell.ring(ctx.countyId, held);
    return view;
  }

  /** How many go back if this conviction is found wrong, itself included; none where nobody recommended it. Throws `not_found`. */
  like(ctx: Ctx, convictionId: string): Promise<Like> {
    return this.database.inCounty(ctx, async (tx) => {
      if (!(await one(tx, `SELECT 1 FROM conviction WHERE id = $1`, [convictionId]))) throw new Refused('not_found');
      const filter = await likeOf(tx, convictionId);
      return { count: filter ? (await digestOf(tx, ctx.actor.memberId, filter)).count : 0 };
    });
  }

  private async write(tx: Tx, ctx: Ctx, id: string, { convictionId, finding, note }: FindingBody): Promise<void> {
    const item = await one<{ version: number; finding: string | null }>(
      tx,
      `SELECT i.version, i.finding FROM sample_item i JOIN sample s ON s.county_id = i.county_id AND s.id = i.sample_id
        WHERE i.sample_id = $1 AND i.conviction_id = $2 AND s.approver_id = $3 FOR UPDATE`,
      [id, convictionId, ctx.actor.memberId],
    );
    if (!item) throw new Refused('not_found');
    if (item.finding === 'defect' && finding !== 'defect') throw new Refused('sample_finding_stands');
    const conviction = await lockConviction(tx, convictionId);
    if (conviction?.version !== item.version) throw new Refused('conflict');
    await mustHaveSeen(tx, ctx, convictionId, 'sample_not_seen');
    await tx.query(
      `UPDATE sample_item SET finding = $3, note = $4, found_at = $5 WHERE sample_id = $1 AND conviction_id = $2`,
      [id, convictionId, finding, note ?? null, ctx.now],
    );
  }

  private async holdSiblings(tx: Tx, ctx: Ctx, id: string, { convictionId, note }: FindingBody) {
    const filter = await likeOf(tx, convictionId);
    if (!filter) throw new Refused('conflict');
    const { digest } = await digestOf(tx, ctx.actor.memberId, filter);
    return openReview(
      tx,
      ctx,
      { ledger: this.ledger, auditLog: this.auditLog },
      {
        ...{ verb: 'return', filter, digest, sampleId: id, requestKey: `hold ${id} ${convictionId}` },
        note: `Held: one like this was found wrong in a sample. ${note ?? ''}`.trim(),
      },
    );
  }
}
