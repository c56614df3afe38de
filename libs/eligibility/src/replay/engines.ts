import { buildHistory, DIALECT, readDispositions } from '@clearance/record';
import type { Dialect } from '@clearance/record';

import { evaluate, traceBytes } from '../evaluate/evaluate.ts';
import type { Engine } from './engine.ts';
import { determine as standard4 } from './engines/standard-4.ts';

/** The engine of this program. */
const present: Engine = ({ beside, context, policy, rows, wordings }) =>
  evaluate(buildHistory(rows, readDispositions(wordings), beside), policy, context).map((made) => ({
    convictionKey: made.convictionKey,
    bytes: traceBytes(made),
  }));

/** The frozen engine of each dialect that a release wrote before this one. No release wrote those before `standard/4`. */
const frozen: Partial<Record<Dialect, Engine>> = {
  'standard/4': standard4,
};

/** The engine of a dialect; undefined where it is no longer shipped, or is not known here. */
export function engineOf(dialect: string): Engine | undefined {
  if (dialect === DIALECT) return present;
  return Object.hasOwn(frozen, dialect) ? frozen[dialect as Dialect] : undefined;
}
