import { convictionSorts, decisions, outcomes, severities, states } from '@clearance/contract';
import { listOf } from '../support/client.ts';
import type { Named } from './named.ts';
import type { Who, WorkedCounty } from './worked-county.ts';

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Query {
  readonly by: Who;
  readonly path: string;
}

/** Values that occur in the one or the other county, to ask with. */
export interface Pool {
  readonly here: WorkedCounty;
  readonly theirs: Named;
  readonly sections: readonly string[];
  readonly courts: readonly string[];
  readonly reasons: readonly string[];
}

/** Queries of a county's people over every list, with random filters, sorts and ranges; half of the ids are another county's. */
export function* randomQueries({ here, theirs, ...pool }: Pool, seed: number, count: number): Generator<Query> {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const some = <T>(from: readonly T[]): T | T[] => (random() < 0.5 ? pick(from) : [pick(from), pick(from)]);
  const narrow = (whole: Readonly<Record<string, () => unknown>>) =>
    Object.fromEntries(
      Object.entries(whole).flatMap(([key, value]) =>
        random() < 1.5 / Object.keys(whole).length ? [[key, value()]] : [],
      ),
    );
  const convictions = () =>
    narrow({
      state: () => some(states),
      outcome: () => some(outcomes),
      section: () => some(pool.sections),
      severity: () => some(severities),
      reason: () => pick(pool.reasons),
      decade: () => pick([0, 1970, 1980, 1990, 2000, 2010]),
      court: () => some(pool.courts),
      flag: () => pick(['out_of_county', 'birth_unknown', 'deceased']),
      notFlag: () => pick(['deceased', 'registered']),
      flagsKey: () => '',
      decision: () => some(decisions),
      mine: () => random() < 0.5,
      changed: () => random() < 0.2,
      bulkReviewId: () => pick([here.bulkReview.id, theirs.bulkReview]),
      personId: () => pick([here.evaluated.personId, theirs.person]),
      q: () => pick([here.evaluated.caseNumber, theirs.caseNumber]).slice(0, 1 + Math.floor(random() * 6)),
    });
  const audit = () =>
    narrow({
      actorId: () => pick([here.people.reviewer.memberId, theirs.member]),
      action: () => pick(['conviction.import', 'determination.record', 'recommendation.record', 'member.create']),
      targetType: () => pick(['conviction', 'member', 'import']),
      targetId: () => pick([here.evaluated.id, theirs.evaluated, theirs.member]),
      outcome: () => pick(['success', 'refused']),
      bulkReviewId: () => pick([here.bulkReview.id, theirs.bulkReview]),
      from: () => '2020-01-01T00:00:00Z',
      to: () => '2099-01-01T00:00:00Z',
    });
  const lists: readonly (readonly [Who, string, () => object, readonly string[]])[] = [
    ['reviewer', '/api/convictions', convictions, convictionSorts],
    ['approver', '/api/convictions', convictions, convictionSorts],
    ['reviewer', '/api/convictions/groups', convictions, convictionSorts],
    ['approver', '/api/convictions/set', convictions, convictionSorts],
    ['compliance', '/api/convictions/facets', convictions, convictionSorts],
    ['compliance', '/api/audit-events', audit, ['id']],
    ['compliance', '/api/audit-exports', () => narrow({ state: () => 'done' }), ['createdAt', 'count']],
    ['reviewer', '/api/bulk-reviews', () => narrow({ verb: () => 'recommend' }), ['createdAt', 'count']],
    ['admin', '/api/imports', () => narrow({ state: () => 'done' }), ['createdAt', 'fileName', 'rows']],
    ['admin', `/api/imports/${here.importId}/problems`, () => ({}), ['line', 'reason']],
    [
      ...(['admin', '/api/members'] as const),
      () => narrow({ q: () => pick(['@', 'a', theirs.email]), role: () => pick(['reviewer', 'approver']) }),
      ['name', 'email', 'lastSeen', 'createdAt'],
    ],
    ['admin', '/api/invitations', () => narrow({ status: () => 'pending' }), ['createdAt', 'email']],
    ['admin', '/api/work', () => narrow({ state: () => pick(['done', 'failed']) }), ['createdAt', 'updatedAt']],
    ['admin', '/api/policies', () => ({}), ['version', 'publishedAt']],
    ['admin', '/api/evaluations', () => ({}), ['createdAt']],
  ];
  for (let made = 0; made < count; made += 1) {
    const [by, path, filter, sorts] = random() < 0.6 ? pick(lists.slice(0, 5)) : pick(lists);
    const first = Math.floor(random() ** 3 * 60);
    yield {
      by,
      path: listOf(path, {
        filter: filter(),
        range: [first, first + Math.floor(random() * 40)],
        sort: [pick(sorts), pick(['ASC', 'DESC'])],
      }),
    };
  }
}
