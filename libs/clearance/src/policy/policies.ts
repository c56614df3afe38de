import { Injectable } from '@nestjs/common';
import type { EvaluationRow, PolicyDifferences, PolicyRow, PolicyVocabulary, PresetRow } from '@clearance/contract';
import { presets, sentences, vocabulary } from '@clearance/eligibility';
import { Database, orderBy, pageOf, Refused, type Ctx, type ListQuery, type Page } from '@clearance/platform';
import { digestOf } from './check-policy.ts';
import { PolicyExaminer } from './policy-examiner.ts';
import { policyNamed } from './policy-ref.ts';
import { policyPage, policyView, type PolicyQuery } from './policy-view.ts';

/** The policy that decides, its versions, and the presets that a county starts from. Versions are only ever added. */
@Injectable()
export class Policies {
  constructor(
    private readonly database: Database,
    private readonly examiner: PolicyExaminer,
  ) {}

  presets(): PresetRow[] {
    return presets.map((policy) => ({
      name: policy.name,
      title: policy.title,
      legalBasis: policy.legalBasis,
      rules: sentences(policy),
      body: policy,
      digest: digestOf(policy),
    }));
  }

  vocabulary(language: 'en' | 'es' | undefined): PolicyVocabulary {
    return vocabulary(language);
  }

  list(ctx: Ctx, query: PolicyQuery): Promise<Page<PolicyRow>> {
    return this.database.inCounty(ctx, (tx) => policyPage(tx, query));
  }

  get(ctx: Ctx, id: string): Promise<PolicyRow> {
    return this.database.inCounty(ctx, (tx) => policyView(tx, id));
  }

  /** What one policy says differently from another. Throws `not_found`, and `policy_invalid` where one cannot be read. */
  async differences(ctx: Ctx, before: string, after: string): Promise<PolicyDifferences> {
    const [one, other] = await this.database.inCounty(ctx, async (tx) => [
      (await policyNamed(tx, before)).body,
      (await policyNamed(tx, after)).body,
    ]);
    const texts = { before: JSON.stringify(one), after: JSON.stringify(other) };
    const found = await this.examiner.ask(ctx.countyId, { kind: 'differences', ...texts });
    if (found && 'parts' in found) return found;
    throw new Refused('policy_invalid', { problem: found?.problem ?? this.examiner.tookTooLong() });
  }

  evaluations(ctx: Ctx, query: ListQuery<unknown, 'createdAt'>): Promise<Page<EvaluationRow>> {
    return this.database.inCounty(ctx, (tx) =>
      pageOf<EvaluationRow>(tx, query, {
        columns: `e.id, p.version AS "policyVersion", p.name AS "policyName", e.as_of::text AS "asOf",
          coalesce(w.state, 'done') AS state,
          e.people, e.convictions, e.created_at AS "createdAt", e.finished_at AS "finishedAt"`,
        from: `evaluation e JOIN policy p ON p.county_id = e.county_id AND p.id = e.policy_id
          LEFT JOIN work w ON w.county_id = e.county_id AND w.id = e.id`,
        // A policy published before there is a file evaluates nobody.
        where: 'e.people > 0',
        order: orderBy(query, { createdAt: 'e.created_at' }, 'e.created_at DESC', 'e.id'),
      }),
    );
  }
}
