import { createHash } from 'node:crypto';
import {
  convictionList,
  moveList,
  rejectedList,
  type ConvictionFilter,
  type ConvictionRow,
  type ConvictionSet,
  type ConvictionView,
  type FactRequest,
  type FactsAwaited,
  type FactsView,
  type FindingTaken,
  type MoveRow,
  type PeopleFound,
  type PersonView,
  type RejectedRowView,
  type ReplayView,
  type Sample,
  type traceView,
  type UnexplainedRowView,
} from '@clearance/contract';
import { one, type Asked, type Reading, type ReadOf, type SetAsked, type Tx } from '@clearance/platform';
import type { z } from 'zod';

/** How the log tells of each answer that holds people's data: the set, and how many people; never who they are. */

interface OfPerson {
  readonly personId: string;
}

const peopleOf = (all: readonly OfPerson[]): string[] => all.map(({ personId }) => personId);
const convictionsOf = (all: readonly OfPerson[]): ReadOf => ({
  people: peopleOf(all),
  told: { convictions: all.length },
});
const idOf = ({ params }: Asked): string => params['id'] ?? '';
const targetOf = (type: string) => (asked: Asked) => ({ type, id: idOf(asked) });
/** A set of the county that has no id of its own. */
const ofCounty =
  (type: string) =>
  ({ ctx }: Asked) => ({ type, id: ctx.countyId });

/** Whose the conviction is that was asked for. */
async function personOf(_answer: unknown, asked: Asked, tx: Tx): Promise<ReadOf> {
  const sql = `SELECT person_id AS "personId" FROM conviction WHERE id = $1`;
  const found = await one<OfPerson>(tx, sql, [idOf(asked)]);
  return { people: found ? [found.personId] : [] };
}

/** A filter's values that come from a closed list, in words. What somebody typed is told as a digest under the county's key. */
export function filterAsked(filter: ConvictionFilter = {}): Required<SetAsked> {
  const detail: Record<string, string | number | boolean> = {};
  const digests: Record<string, string> = {};
  for (const [key, value] of Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined) continue;
    const text = [value].flat().map(String).toSorted();
    if (closed.has(key) || (key === 'section' && text.every((one) => SECTION.test(one)))) detail[key] = text.join(', ');
    else Object.assign(digests, typed({ [key]: text.join('\n') }));
  }
  return { detail, digests };
}

/** The digests of what somebody typed. */
const typed = (given: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, text]) =>
      text === undefined ? [] : [[key, createHash('sha256').update(text).digest('hex')]],
    ),
  );

const closed: ReadonlySet<string> = new Set<keyof ConvictionFilter>([
  ...(['state', 'outcome', 'severity', 'decade', 'decision', 'recommenderId', 'mine', 'changed'] as const),
  ...(['bulkReviewId', 'personId'] as const),
]);
const SECTION = /^(?:[A-Z]{1,3} )?\d[\d.]{0,9}(?:\([a-z0-9]\))*$/;

/** The stretch of a list that was asked for, counted from 0, both ends included. */
const stretch = ([from, to]: readonly [number, number] = [0, 24]) => ({ from, to });

function listAsked({ query }: Asked): SetAsked {
  const { filter, range } = convictionList.parse(query);
  const { detail, digests } = filterAsked(filter);
  return { detail: { ...detail, ...stretch(range) }, digests };
}

export const queueRead: Reading<ConvictionRow[]> = {
  action: 'conviction.list',
  target: ofCounty('county'),
  set: listAsked,
  of: convictionsOf,
};

/** The few convictions that stand for a set. */
export const setRead: Reading<ConvictionSet> = {
  action: 'conviction.list',
  target: ofCounty('county'),
  set: ({ query }) => {
    const { detail, digests } = filterAsked(convictionList.parse(query).filter);
    return { detail: { ...detail, examples: true }, digests };
  },
  of: ({ sample }) => convictionsOf(sample),
};

const viewed = (view: ConvictionView): ReadOf => convictionsOf([view, ...view.siblings]);

export const convictionRead: Reading<ConvictionView> = {
  action: 'conviction.view',
  target: targetOf('conviction'),
  of: viewed,
};

/** What a decision answers: its own entry names the conviction. */
export const convictionActed: Reading<ConvictionView> = {
  ...convictionRead,
  unless: [
    ...['recommendation.record', 'recommendation.ask_for_facts', 'recommendation.withdraw'],
    ...['approval.approve', 'approval.return', 'approval.undo'],
  ],
};

export const traceRead: Reading<z.infer<typeof traceView>> = {
  action: 'determination.view',
  target: targetOf('conviction'),
  of: personOf,
};

export const replayRead: Reading<ReplayView> = {
  action: 'determination.view',
  target: targetOf('conviction'),
  of: personOf,
  unless: ['determination.replay'],
};

/** A finding of a sample rests on this entry, so each look has its own. */
export const recordRead: Reading<PersonView> = {
  action: 'record.view',
  target: targetOf('person'),
  of: ({ id }) => ({ people: [id] }),
  always: true,
};

export const searchRead: Reading<PeopleFound> = {
  action: 'record.list',
  target: ofCounty('county'),
  of: ({ people }) => ({ people: people.map(({ id }) => id) }),
  unless: ['person.search'],
};

export const sampleRead: Reading<Sample> = {
  action: 'sample.view',
  target: targetOf('sample'),
  of: ({ items }) => convictionsOf(items),
};

export const drawnSample: Reading<Sample> = {
  ...sampleRead,
  target: ofCounty('county'),
  set: ({ body }) => ({ digests: { set: (body as { digest: string }).digest } }),
  unless: ['sample.draw'],
};

export const findingRead: Reading<FindingTaken> = {
  action: 'sample.view',
  target: targetOf('sample'),
  of: ({ item }) => convictionsOf([item]),
  unless: ['sample.finding'],
};

export const factsRead: Reading<FactsView> = {
  action: 'fact.view',
  target: targetOf('conviction'),
  of: personOf,
};

export const factEntered: Reading<FactsView> = { ...factsRead, unless: ['fact.enter', 'fact.withdraw'] };

export const awaitedRead: Reading<FactsAwaited> = {
  action: 'fact.list_awaited',
  target: ofCounty('county'),
  of: ({ rows }) => convictionsOf(rows),
};

export const letterRead: Reading<FactRequest> = {
  action: 'fact.list_awaited',
  target: ofCounty('county'),
  of: ({ rows }) => convictionsOf(rows),
  unless: ['fact_request.create'],
};

export const unexplainedRead: Reading<UnexplainedRowView[]> = {
  action: 'unexplained_row.view',
  target: targetOf('import'),
  of: (rows) => ({ people: peopleOf(rows), told: { rows: rows.length } }),
};

/** Nobody knows whose a row is that could not be read, so each counts as a person of its own. */
export const rejectedRead: Reading<RejectedRowView[]> = {
  action: 'import.view_rejected',
  target: targetOf('import'),
  set: ({ query }) => {
    const { filter, range } = rejectedList.parse(query);
    return { detail: stretch(range), digests: typed({ reason: filter?.reason }) };
  },
  of: (rows, asked) => ({
    people: rows.map(({ id }) => `row ${id} of ${idOf(asked)}`),
    told: { rows: rows.length },
  }),
};

export const movesRead: Reading<MoveRow[]> = {
  action: 'simulation.view_moves',
  target: targetOf('simulation'),
  set: ({ query }) => {
    const { filter, range } = moveList.parse(query);
    const { from, rule, section, severity, to } = filter ?? {};
    const asked = filterAsked({
      ...(section ? { section: [section] } : {}),
      ...(severity ? { severity: [severity] } : {}),
    });
    const outcomes = { ...(from ? { before: from } : {}), ...(to ? { after: to } : {}) };
    return {
      detail: { ...asked.detail, ...outcomes, ...stretch(range) },
      digests: { ...asked.digests, ...typed({ rule }) },
    };
  },
  of: convictionsOf,
};
