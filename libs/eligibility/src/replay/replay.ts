import type { Determination } from '../determination.ts';
import { engineOf } from './engines.ts';
import type { Ground } from './engine.ts';

/** One place where a determination made again is not what was recorded; a side that has nothing there is absent. */
export interface ReplayDifference {
  /** Such as `trace.steps.3.result`; empty for the whole. */
  readonly path: string;
  readonly recorded?: unknown;
  readonly replayed?: unknown;
}

export type Replay =
  | { readonly result: 'identical' }
  | { readonly result: 'different'; readonly differences: readonly ReplayDifference[] }
  /** The engine of its dialect is not shipped any more: nothing was made again, and nothing is said to differ. */
  | { readonly result: 'no_engine' };

/** A determination as it was recorded, beside what a replay must not take from its bytes. */
export interface RecordedDetermination {
  /** The bytes that were stored. */
  readonly bytes: string;
  /** In which dialect it was recorded. */
  readonly dialect: string;
  /** Whether a conviction of the history, by the key that the engine gives it, is the one that this is about. */
  readonly isOf: (convictionKey: string) => boolean;
}

/** Makes a past determination again, with the engine of the dialect that it was made in, and compares the bytes. */
export function replay(ground: Ground, { bytes, dialect, isOf }: RecordedDetermination): Replay {
  const engine = engineOf(dialect);
  if (!engine) return { result: 'no_engine' };
  const again = engine(ground).find(({ convictionKey }) => isOf(convictionKey));
  if (again?.bytes === bytes) return { result: 'identical' };
  const recorded = readDetermination(bytes);
  const replayed = again && readDetermination(again.bytes);
  if (!recorded || !again) {
    return { result: 'different', differences: [difference('', recorded ?? bytes, replayed)] };
  }
  const differences = differencesOf('', recorded, replayed);
  // The same when read, and yet other bytes.
  return {
    result: 'different',
    differences: differences.length > 0 ? differences : [difference('', bytes, again.bytes)],
  };
}

/** What recorded bytes say; undefined where they are no determination at all. */
export function readDetermination(bytes: string): Determination | undefined {
  try {
    const said: unknown = JSON.parse(bytes);
    return isTree(said) && isTree(said['trace']) ? (said as unknown as Determination) : undefined;
  } catch {
    return undefined;
  }
}

function differencesOf(path: string, recorded: unknown, replayed: unknown): ReplayDifference[] {
  if (isTree(recorded) && isTree(replayed) && Array.isArray(recorded) === Array.isArray(replayed)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(replayed)]);
    const below = (key: string) => (path === '' ? key : `${path}.${key}`);
    return [...keys].flatMap((key) => differencesOf(below(key), recorded[key], replayed[key]));
  }
  return recorded === replayed ? [] : [difference(path, recorded, replayed)];
}

function difference(path: string, recorded: unknown, replayed: unknown): ReplayDifference {
  return { path, ...(recorded === undefined ? {} : { recorded }), ...(replayed === undefined ? {} : { replayed }) };
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
