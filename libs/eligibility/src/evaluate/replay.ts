import type { History } from '@clearance/record';
import { localDate } from '@clearance/record';

import type { Determination } from '../determination.ts';
import type { Policy } from '../policy/policy.ts';
import type { RoutingTable } from '../routing/routing-table.ts';
import { evaluate, traceBytes } from './evaluate.ts';

/** One place where a determination made again is not what was recorded; a side that has nothing there is absent. */
export interface ReplayDifference {
  /** Such as `trace.steps.3.result`; empty for the whole. */
  readonly path: string;
  readonly recorded?: unknown;
  readonly replayed?: unknown;
}

export type Replay =
  { readonly identical: true } | { readonly identical: false; readonly differences: readonly ReplayDifference[] };

/**
 * Makes a past determination again, as of the day and for the county that its trace names, and compares the bytes.
 *
 * @param history the history that it was made on
 * @param determination as it was recorded, read from its JSON
 * @param policy the policy, in the version that it was made under
 * @param routing the county's own routing table, where it was made with one
 */
export function replay(history: History, determination: Determination, policy: Policy, routing?: RoutingTable): Replay {
  const { asOf, county } = determination.trace;
  const context = { county, asOf: localDate(asOf), ...(routing ? { routing } : {}) };
  const again = evaluate(history, policy, context).find(
    ({ convictionKey }) => convictionKey === determination.convictionKey,
  );
  if (again && traceBytes(again) === traceBytes(determination)) return { identical: true };
  const differences = again ? differencesOf('', determination, again) : [{ path: '', recorded: determination }];
  return { identical: false, differences };
}

function differencesOf(path: string, recorded: unknown, replayed: unknown): ReplayDifference[] {
  if (isTree(recorded) && isTree(replayed) && Array.isArray(recorded) === Array.isArray(replayed)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(replayed)]);
    const below = (key: string) => (path === '' ? key : `${path}.${key}`);
    return [...keys].flatMap((key) => differencesOf(below(key), recorded[key], replayed[key]));
  }
  if (recorded === replayed) return [];
  return [{ path, ...(recorded === undefined ? {} : { recorded }), ...(replayed === undefined ? {} : { replayed }) }];
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
