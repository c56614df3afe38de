import type { Impact, Policy, Simulation } from '@clearance/eligibility';
import {
  balanceOf,
  PolicyCount,
  SimulationCount,
  sumOfImpacts,
  sumOfSimulations,
  withRepeats,
} from '@clearance/eligibility';
import { one, type Tx } from '@clearance/platform';
import { RowsCount, sumOfRows, type RowsCounted } from '../import/rows-counted.ts';
import type { Ground, ReadPerson } from './ground.ts';

/** A simulation, or a count of the published policy, as it was opened. */
export interface Run {
  readonly id: string;
  readonly base: Policy;
  /** Null where the base alone is counted. */
  readonly candidate: Policy | null;
  readonly asOf: string;
  readonly importId: string | null;
  readonly termsVersion: number;
  readonly dialect: string;
}

/** Two policies compared; the moves are kept apart. */
export type Compared = Omit<Simulation, 'moves'>;
/** What one policy does, and what became of every row under it. */
export type CountedImpact = Impact & RowsCounted;
/** What one chunk counted, or all of them together. */
export type Counted = Compared | CountedImpact;
type WithMoves = { readonly counted: Counted; readonly moves: Simulation['moves'] };

export async function runOf(tx: Tx, id: string): Promise<Run> {
  const run = await one<Run>(
    tx,
    `SELECT s.id, p.body AS base, s.candidate, s.as_of::text AS "asOf", s.import_id AS "importId",
            s.terms_version AS "termsVersion", s.dialect
       FROM simulation s JOIN policy p ON p.county_id = s.county_id AND p.id = s.base_policy_id WHERE s.id = $1`,
    [id],
  );
  if (!run) throw new Error('There is no such simulation.');
  return run;
}

/** What the run's policies do to these people; of one policy alone the histories are whole, and their rows are accounted for. */
export function countPeople({ base, candidate }: Run, { context }: Ground, people: Iterable<ReadPerson>): WithMoves {
  if (!candidate) {
    const count = new PolicyCount(base, context);
    const rows = new RowsCount();
    for (const { history, personId, repeats } of people) {
      const accounts = balanceOf(history, count.add(history), count.compiled, context.county);
      rows.add(personId, withRepeats(accounts, repeats));
    }
    return { counted: { ...count.result(), ...rows.result() }, moves: [] };
  }
  const count = new SimulationCount(base, candidate, context);
  for (const { personId, history } of people) count.add({ person: personId, history });
  const { moves, ...counted } = count.result();
  return { counted, moves };
}

/** The parts added up; with none of them, what the policies do to nobody. */
export function sumOf(run: Run, ground: Ground, parts: readonly Counted[]): Counted {
  const all = [countPeople(run, ground, []).counted, ...parts];
  if (!run.candidate) {
    const impacts = all as CountedImpact[];
    return { ...sumOfImpacts(impacts.map(impactAlone)), ...sumOfRows(impacts) };
  }
  const simulations = all as Compared[];
  const { before, after, flows, movers } = sumOfSimulations(simulations.map((part) => ({ ...part, moves: [] })));
  return { before, after, flows, movers };
}

/** What the policy does, without the rows. */
export function impactAlone({ balance: _balance, unexplained: _unexplained, ...impact }: CountedImpact): Impact {
  return impact;
}
