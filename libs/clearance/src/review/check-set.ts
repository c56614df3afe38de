import {
  startsOf,
  type BulkReviewBody,
  type ConvictionFilter,
  type Decision,
  type SetPart,
  type State,
} from '@clearance/contract';
import { Refused, rows, type Tx } from '@clearance/platform';
import { whereOf } from '../conviction/filter-sql.ts';
import { evaluationUnfinished, inForce } from '../conviction/in-force.ts';
import { countReturned } from '../conviction/returned.ts';
import { needsNote } from './recommend.ts';

/** Convictions of a set that are alike in everything that decides whether they can be decided on. */
interface Cell {
  readonly state: State;
  readonly decision: Decision | null;
  readonly outcome: string | null;
  /** The person who asks recommended it at some time. */
  readonly mine: boolean;
  /** Her recommendation is the one that stands. */
  readonly own: boolean;
  /** The policy that holds now determined it. */
  readonly inForce: boolean;
  readonly n: number;
}

/**
 * Refuses a set of which a part cannot be decided that way, naming the part, and with the filters that take each part
 * alone. Throws `wrong_state`, `wrong_state_in_set`, `own_recommendation_in_set`, `others_recommendation_in_set`,
 * `mixed_set`, `evaluation_unfinished`, `answer_required`, `note_required`.
 */
export async function checkSet(tx: Tx, memberId: string, body: BulkReviewBody): Promise<void> {
  const where = whereOf(body.filter, memberId, 2);
  const cells = await rows<Cell>(
    tx,
    `SELECT c.state, c.decision, c.outcome, coalesce($1::uuid = ANY (c.recommender_ids), false) AS mine,
            c.recommender_id IS NOT DISTINCT FROM $1::uuid AS own,
            ${inForce('c')} AS "inForce", count(*)::int AS n
       FROM conviction c WHERE ${where.sql} GROUP BY 1, 2, 3, 4, 5, 6`,
    [memberId, ...where.given],
  );
  refuseParts(cells, body, memberId);
  if (body.verb === 'recommend' && !body.note && (await countReturned(tx, whereOf(body.filter, memberId))) > 0) {
    throw new Refused('answer_required', undefined, { note: 'needed' });
  }
}

/** The same on cells that are known. Pure. */
export function refuseParts(cells: readonly Cell[], { verb, filter, decision, note }: BulkReviewBody, me: string) {
  const total = sum(cells);
  // To withdraw a question for facts is everybody's on one conviction; a whole set is withdrawn where one recommended it.
  const starts: readonly State[] = verb === 'withdraw' ? ['recommended'] : startsOf(verb);
  const [wrong] = cells.filter(({ state }) => !starts.includes(state));
  if (wrong) {
    const count = sum(cells.filter(({ state }) => !starts.includes(state)));
    const state = wrong.state.replaceAll('_', ' ');
    if (count === total) throw new Refused('wrong_state', { state });
    throw refusal('wrong_state_in_set', { count, total, state }, partsBy(cells, filter, 'state'));
  }
  const mine = sum(cells.filter((cell) => cell.mine));
  if ((verb === 'approve' || verb === 'return') && mine > 0) {
    const parts = [{ says: 'recommended by others', count: total - mine, filter: { ...filter, mine: false } }];
    throw refusal('own_recommendation_in_set', { count: mine, total }, mine < total ? parts : []);
  }
  const own = sum(cells.filter((cell) => cell.own));
  if (verb === 'withdraw' && own < total) {
    const parts = [{ says: 'recommended by you', count: own, filter: { ...filter, recommenderId: [me] } }];
    throw refusal('others_recommendation_in_set', { count: total - own, total }, own > 0 ? parts : []);
  }
  const decisions = new Set(cells.map((cell) => cell.decision));
  if (verb === 'approve' && decisions.size > 1) {
    throw refusal('mixed_set', { total }, partsBy(cells, filter, 'decision'));
  }
  const late = sum(cells.filter((cell) => !cell.inForce));
  if (verb === 'approve' && late > 0) throw evaluationUnfinished(late, total);
  if (verb === 'recommend' && decision && !note && cells.some(({ outcome }) => needsNote(outcome, decision))) {
    throw new Refused('note_required', undefined, { note: 'needed' });
  }
}

const sum = (cells: readonly Cell[]) => cells.reduce((total, { n }) => total + n, 0);

const refusal = (
  code: ConstructorParameters<typeof Refused>[0],
  details: Record<string, string | number>,
  parts: readonly SetPart[],
) => new Refused(code, details, undefined, parts.length > 0 ? { parts } : {});

/** The set split by what its parts differ in, the largest first. */
function partsBy(cells: readonly Cell[], filter: ConvictionFilter, key: 'state' | 'decision'): SetPart[] {
  const values = new Set(cells.map((cell) => cell[key]).filter((value) => value !== null));
  return [...values]
    .map((value) => ({
      says: value.replaceAll('_', ' '),
      count: sum(cells.filter((cell) => cell[key] === value)),
      filter: { ...filter, [key]: [value] },
    }))
    .sort((a, b) => b.count - a.count);
}
