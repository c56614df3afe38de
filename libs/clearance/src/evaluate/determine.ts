import { nextState, startsOf, type State } from '@clearance/contract';
import { evaluateSpokenOf } from '@clearance/eligibility';
import { opaqueId, type Act, type Tx } from '@clearance/platform';
import { DIALECT, type History } from '@clearance/record';
import { convictionId, foundOf, type FoundConviction } from '../conviction/found-conviction.ts';
import { underPolicy } from '../conviction/in-force.ts';
import {
  advance,
  markLost,
  redetermine,
  refresh,
  takeUp,
  type Advance,
  type Determined,
  type Standing,
} from '../conviction/standing.ts';
import { packTrace, storeDeterminations } from './determination-store.ts';
import { determinedOf } from './determined.ts';
import type { Run } from './run.ts';

/** A person with the whole history that is to be evaluated. */
export interface EvaluatedPerson {
  readonly personId: string;
  readonly importId: string;
  readonly digest: string;
  readonly history: History;
}

/** What a policy says of one conviction. */
export interface Made {
  readonly found: FoundConviction;
  /** Undefined for a conviction that is new. */
  readonly standing: Standing | undefined;
  readonly determined: Determined;
  readonly legalBasis: string;
  readonly factIds: readonly string[];
  /** The whole determination, packed: of the many that a chunk makes nothing larger is held. */
  readonly body: Buffer;
}

/** Elsewhere two people have decided already: a new determination is kept beside the decision and does not undo it. */
const movable = startsOf('evaluate');

/** Nothing was recommended about these since they were evaluated last. */
const undecided: readonly State[] = ['imported', 'evaluated'];

/**
 * Stores what was made of these people's histories: takes up what is new, and moves on what nobody has decided yet.
 * `standing` are their known convictions, locked. Answers the entries for the log and how many were new, back
 * again after a file lacked them, and changed.
 */
export async function storeMade(
  tx: Tx,
  where: { readonly countyId: string; readonly at: Date },
  run: Run,
  { made, personIds }: { readonly made: readonly Made[]; readonly personIds: readonly string[] },
  standing: ReadonlyMap<string, Standing>,
): Promise<{ acts: Act[]; convictions: number; fresh: number; back: number; changed: number; lost: number }> {
  const fresh = made.filter((one) => !one.standing);
  const again = made.flatMap((one) => (one.standing ? [{ ...one, standing: one.standing }] : []));
  const changed = again.filter(({ standing: stood, found }) => stood.digest !== found.historyDigest);
  const back = again.filter(({ standing: stood }) => stood.vanished);
  const changedHere = changed.filter(({ standing: stood }) => !stood.vanished);
  await takeUp(
    tx,
    where.countyId,
    where.at,
    fresh.map((one) => ({ ...one.found, determination: one.determined })),
  );
  await refresh(
    tx,
    again.filter(({ standing: stood, found }) => isStale(stood, found)).map((one) => one.found),
  );
  await storeDeterminations(tx, where.countyId, run, where.at, made.map(storedOf));
  const moved = await advance(tx, 'evaluate', where.at, again.flatMap(moveOf));
  await redetermine(
    tx,
    where.at,
    again.filter(isKept).map(({ determined, found }) => ({ id: found.id, determination: determined })),
  );
  const lost = lostOf(personIds, made, standing);
  const superseded = await loseThem(tx, where.at, lost);
  const acts = [
    ...fresh.map(({ found }) => ({ ...actOn(found), action: 'conviction.import', stateAfter: 'imported' })),
    ...changed.map(({ found }) => ({ ...actOn(found), action: 'conviction.history_change' })),
    ...made.map((one) => determinationAct(one, run, moved)),
    ...superseded,
  ];
  const counts = { fresh: fresh.length, back: back.length, changed: changedHere.length, lost: lost.length };
  return { acts, convictions: made.length, ...counts };
}

/**
 * Determines what the policy speaks of in the history of one person, each conviction with its trace. `standing` are known
 * convictions, hers among them.
 */
export function determine(
  key: Buffer,
  run: Run,
  person: EvaluatedPerson,
  standing: ReadonlyMap<string, Standing>,
): Made[] {
  const { history } = person;
  const factIds = history.entered.map((fact) => fact.id);
  const byKey = new Map(history.convictions.map((one) => [one.key, one]));
  const { asOf, county, terms } = run;
  const where = { county, asOf, ...(terms.routing ? { routing: terms.routing } : {}) };
  // An offense of which no policy of this county ever spoke is a part of the history and nothing to decide about.
  const isKnown = (convictionKey: string) =>
    standing.size > 0 && standing.has(convictionId(key, person.personId, { key: convictionKey }));
  return evaluateSpokenOf(history, run.policy, where, isKnown).flatMap((determination) => {
    const conviction = byKey.get(determination.convictionKey);
    if (!conviction) return [];
    const found = foundOf(key, person, conviction);
    const { legalBasis } = determination;
    const id = opaqueId(
      key,
      `determination ${found.id} ${run.version} ${asOf} ${person.digest} ${terms.version} ${DIALECT}`,
    );
    const unread = history.unread.length > 0;
    const under = { policyVersion: run.version, termsVersion: terms.version, dialect: DIALECT, unread };
    const determined = determinedOf(determination, { id, ...under });
    const made = { found, standing: standing.get(found.id), determined, legalBasis, factIds };
    return [{ ...made, body: packTrace(determination) }];
  });
}

/** Known convictions of these people of which their histories say nothing any more. */
function lostOf(
  personIds: readonly string[],
  made: readonly Made[],
  standing: ReadonlyMap<string, Standing>,
): Standing[] {
  const found = new Set(made.map((one) => one.found.id));
  const looked = new Set(personIds);
  return [...standing.values()].filter((one) => looked.has(one.personId) && !one.vanished && !found.has(one.id));
}

/** Marks them; what nobody has decided yet is superseded. Answers the entries for the log. */
async function loseThem(tx: Tx, at: Date, lost: readonly Standing[]): Promise<Act[]> {
  await markLost(
    tx,
    lost.map((one) => one.id),
  );
  const moves = lost.flatMap(({ id, policyVersion, state, version }) => {
    const to = nextState(state, 'supersede');
    return to ? [{ id, version, to, from: state, policyVersion }] : [];
  });
  const gone = await advance(tx, 'supersede', at, moves);
  return moves
    .filter((move) => gone.has(move.id))
    .map(({ id, from, policyVersion }) => ({
      action: 'conviction.supersede',
      target: { type: 'conviction', id },
      ...underPolicy({ policyVersion }),
      stateBefore: from,
      stateAfter: 'superseded',
    }));
}

const isStale = (stood: Standing, found: FoundConviction): boolean =>
  stood.vanished || stood.importId !== found.importId || stood.digest !== found.historyDigest;

const storedOf = ({ body, determined, factIds, found, legalBasis }: Made) => ({
  ...{ id: determined.id, convictionId: found.id, historyDigest: found.historyDigest },
  ...{ outcome: determined.outcome, ruleId: determined.ruleId, legalBasis, body, factIds },
});

type Again = Made & { readonly standing: Standing };

/**
 * What somebody recommended stays recommended, unless a newer file or an entered fact changed the history under it. What
 * somebody asked a fact for stays asked for, until it is settled without, or another fact settles it.
 */
const isKept = ({ determined, found, standing }: Again): boolean =>
  standing.state === 'needs_facts'
    ? determined.ruleId === 'undecided'
    : standing.state === 'recommended' && standing.decidedDigest === found.historyDigest;

function moveOf(one: Again): Advance[] {
  const { found, standing, determined } = one;
  if (!movable.includes(standing.state) || isKept(one)) return [];
  return [
    {
      ...{ id: found.id, version: standing.version, to: 'evaluated', determination: determined },
      // Whatever was recommended on the way here was about another determination.
      ...(undecided.includes(standing.state) ? {} : { recommendation: null }),
    },
  ];
}

const actOn = (found: FoundConviction) => ({
  target: { type: 'conviction', id: found.id },
  historyDigest: found.historyDigest,
});

function determinationAct({ determined, found, standing }: Made, run: Run, moved: ReadonlySet<string>): Act {
  const before = standing?.state ?? 'imported';
  return {
    ...actOn(found),
    action: 'determination.record',
    policyVersion: String(run.version),
    stateBefore: before,
    stateAfter: !standing || moved.has(found.id) ? 'evaluated' : before,
    detail: {
      // Not the rule: one that few people meet would tell whose the entry is. The id leads to it.
      ...{ outcome: determined.outcome, determination: determined.id, asOf: run.asOf },
      ...{ terms: run.terms.version, dialect: DIALECT },
    },
  };
}

/** Notes under what these people were evaluated, so that only who differs is due again. */
export async function markEvaluated(
  tx: Tx,
  run: Run,
  personIds: readonly string[],
  incomplete: ReadonlySet<string>,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx.query(
    `UPDATE person SET evaluated_version = $2, evaluated_terms = $4, evaluated_dialect = $5, evaluated_digest = history_digest,
            evaluated_unread = id = ANY ($3::uuid[])
      WHERE id = ANY ($1::uuid[])`,
    [personIds, run.version, [...incomplete], run.terms.version, DIALECT],
  );
}
