import { decisionsFollowing } from '@clearance/contract';

const following = Object.entries(decisionsFollowing).flatMap(([outcome, decisions]) =>
  decisions.map((decision) => `('${outcome}', '${decision}')`),
);

/** How a recommendation stands to the policy, as SQL that says what `policyRelation` says. `alias` is a fixed text. */
export const relationSql = (alias: string): string =>
  `CASE WHEN coalesce(${alias}.outcome, 'needs_review') = 'needs_review' THEN 'undecided'
        WHEN (${alias}.outcome, ${alias}.decision) IN (${following.join(', ')}) THEN 'follows' ELSE 'against' END`;
