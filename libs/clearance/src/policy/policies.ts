import { Injectable } from '@nestjs/common';
import type { EvaluationRow, PolicyDifferences, PolicyRow, PolicyVocabulary, PresetRow } from '@clearance/contract';
import { policyDifferences, presets, readPolicy, sentences, vocabulary, type Policy } from '@clearance/eligibility';
import { Database, orderBy, pageOf, Refused, type Ctx, type ListQuery, type Page, type Tx } from '@clearance/platform';
import { checkPolicy, digestOf } from './check-policy.ts';
import { policyNamed } from './policy-ref.ts';
import { policyPage, policyView, type PolicyQuery } from './policy-view.ts';

/** The policy that decides, its versions, and the presets that a county starts from. Versions are only ever added. */
@Injectable()
export class Policies {
  constructor(private readonly database: Database) {}

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
  differences(ctx: Ctx, before: string, after: string): Promise<PolicyDifferences> {
    return this.database.inCounty(ctx, async (tx) => {
      return policyDifferences(await readable(tx, before), await readable(tx, after));
    });
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

/** A policy of the right shape, whatever is still wrong with what it means. */
async function readable(tx: Tx, ref: string): Promise<Policy> {
  const { body } = await policyNamed(tx, ref);
  const check = checkPolicy(body);
  const policy = check.sentences.length > 0 ? readPolicy(body) : undefined;
  if (policy) return policy;
  const [first] = check.problems;
  throw new Refused('policy_invalid', { problem: [first?.path.join('.'), first?.message].filter(Boolean).join(' ') });
}
