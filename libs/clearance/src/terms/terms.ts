import { Injectable } from '@nestjs/common';
import type { Terms, TermsCheck, TermsVersion } from '@clearance/contract';
import {
  AuditLog,
  Bell,
  Database,
  one,
  Refused,
  WorkLedger,
  type Ctx,
  type ListQuery,
  type Page,
  type Tx,
} from '@clearance/platform';
import { officeDay, openEvaluation } from '../evaluate/open-evaluation.ts';
import { overtakeEvaluations } from '../evaluate/overtake.ts';
import { countingPhase } from '../import/counting-phase.ts';
import { importAtWork } from '../import/import-store.ts';
import { readDraft, type Draft } from './read-draft.ts';
import { termsPage, termsView } from './terms-view.ts';

/** An office's own words: what its courts' dispositions mean, and who prosecutes. Versions are only ever added. */
@Injectable()
export class OfficeTerms {
  constructor(
    private readonly database: Database,
    private readonly ledger: WorkLedger,
    private readonly bell: Bell,
    private readonly auditLog: AuditLog,
  ) {}

  current(ctx: Ctx): Promise<Terms> {
    return this.database.inCounty(ctx, (tx) => termsView(tx, ctx.countyId));
  }

  versions(ctx: Ctx, query: ListQuery<unknown, 'version'>): Promise<Page<TermsVersion>> {
    return this.database.inCounty(ctx, (tx) => termsPage(tx, query));
  }

  /** What is wrong with a draft; nothing is saved. */
  async check(ctx: Ctx, draft: Draft): Promise<TermsCheck> {
    const read = readDraft(draft);
    if (!read.ok) return { problems: [...read.problems], unchanged: false };
    const newest = await this.database.inCounty(ctx, newestOf);
    return { problems: [], unchanged: read.digest === newest.digest };
  }

  /**
   * Saves the next version; everybody is counted and evaluated again under it. Throws `invalid`, `conflict` when
   * somebody saved since, `terms_unchanged`, and `terms_must_wait` while a file is being imported.
   */
  async publish(ctx: Ctx, { basedOn, ...draft }: Draft & { readonly basedOn: number }): Promise<Terms> {
    const read = readDraft(draft);
    if (!read.ok) {
      const [first] = read.problems;
      const fields = Object.fromEntries(read.problems.map(({ path, message }) => [path, message]));
      throw new Refused('invalid', { problem: first ? `${first.path}: ${first.message}` : '' }, fields);
    }
    const { view, work } = await this.database.inCounty(ctx, async (tx) => {
      // Two administrators at once: the second waits here, then sees the first one's version.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`terms ${ctx.countyId}`]);
      const newest = await newestOf(tx);
      if (newest.version !== basedOn) throw new Refused('conflict');
      if (newest.digest === read.digest) throw new Refused('terms_unchanged');
      if (await importAtWork(tx)) throw new Refused('terms_must_wait');
      const version = newest.version + 1;
      const routing = read.routing && JSON.stringify(read.routing);
      await tx.query(
        `INSERT INTO county_terms (county_id, version, dispositions, routing, digest, changed_by, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[ctx.countyId, version, JSON.stringify(read.dispositions), routing, read.digest],
          ...[ctx.actor.memberId, ctx.now],
        ],
      );
      const begun = await this.begin(tx, ctx, version);
      await this.auditLog.append(tx, ctx, [
        {
          action: 'terms.publish',
          target: { type: 'terms', id: String(version) },
          detail: {
            digest: read.digest,
            wordings: read.dispositions.length,
            routes: read.routing?.routes.length ?? 0,
          },
        },
      ]);
      return { view: await termsView(tx, ctx.countyId), work: begun };
    });
    if (work) await this.bell.ring(ctx.countyId, work);
    return view;
  }

  /** Counts the newest file again, which no other import can do meanwhile; without a file there is nothing to count. */
  private async begin(tx: Tx, ctx: Ctx, version: number): Promise<string | undefined> {
    await overtakeEvaluations(tx, ctx, { ledger: this.ledger, auditLog: this.auditLog }, { terms: version });
    const file = await one<{ id: string }>(
      tx,
      `UPDATE import SET state = 'counting', convictions = 0, unknown_dispositions = '{}', as_of = $1
        WHERE state IN ('done', 'evaluating') RETURNING id`,
      [officeDay(ctx.now)],
    );
    if (!file) return openEvaluation(tx, ctx, { ledger: this.ledger, auditLog: this.auditLog }, {});
    await this.ledger.turnTo(tx, ctx.countyId, file.id, {
      ...(await countingPhase(tx, file.id)),
      title: 'Counting and evaluating again',
      nextJob: 'terms.finish',
      startedBy: ctx.actor.memberId,
    });
    return file.id;
  }
}

/** The newest version with its digest; that of nothing of one's own where there is none. */
async function newestOf(tx: Tx): Promise<{ version: number; digest: string }> {
  const found = await one<{ version: number; digest: string }>(
    tx,
    `SELECT version, digest FROM county_terms ORDER BY version DESC LIMIT 1`,
  );
  const nothing = readDraft({ dispositions: [] });
  return found ?? { version: 0, digest: nothing.ok ? nothing.digest : '' };
}
