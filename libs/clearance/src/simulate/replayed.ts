import { replay, traceBytes, type Determination, type Policy } from '@clearance/eligibility';
import type { ReplayView } from '@clearance/contract';
import { convictionId } from '../conviction/found-conviction.ts';
import type { StoredHistory } from '../import/history-store.ts';
import type { Ground } from './ground.ts';

/** A determination as its row has it, with the policy that it was made under. */
export interface Recorded {
  readonly id: string;
  readonly convictionId: string;
  readonly personId: string;
  readonly policyVersion: number;
  readonly termsVersion: number;
  readonly asOf: string;
  readonly historyDigest: string;
  readonly factIds: readonly string[];
  readonly outcome: string;
  readonly ruleId: string;
  /** The bytes that the determination was stored as. */
  readonly body: string;
  readonly policy: Policy;
}

type Differences = ReplayView['differences'];

/**
 * Where a determination made again differs from what is recorded, in its bytes and in the columns beside them. What it is
 * made from comes from the row and never from the bytes under suspicion. Empty where all is the same.
 */
export function differencesOf(recorded: Recorded, stored: StoredHistory, ground: Ground, key: Buffer): Differences {
  const said = readDetermination(recorded.body);
  if (!said) return [{ path: '', stored: recorded.body, computed: null }];
  const history = ground.read(stored);
  const conviction = history.convictions.find(
    (one) => convictionId(key, recorded.personId, one) === recorded.convictionId,
  );
  const expected = {
    convictionKey: conviction?.key ?? null,
    trace: { asOf: recorded.asOf, county: ground.context.county.trim().toUpperCase() },
  };
  const basis: Differences = [
    differing('convictionKey', said.convictionKey, expected.convictionKey),
    differing('trace.asOf', said.trace.asOf, expected.trace.asOf),
    differing('trace.county', said.trace.county.trim().toUpperCase(), expected.trace.county),
    differing('outcome', recorded.outcome, said.outcome),
    differing('ruleId', recorded.ruleId, said.ruleId),
  ].flat();
  if (basis.length > 0) return basis;
  const again = replay(history, said, recorded.policy, ground.context.routing);
  if (!again.identical) {
    return again.differences.map(({ path, recorded: was, replayed }) => ({
      ...{ path, stored: was ?? null, computed: replayed ?? null },
    }));
  }
  // The same when read, and yet other bytes.
  const bytes = traceBytes(said);
  return bytes === recorded.body ? [] : [{ path: '', stored: recorded.body, computed: bytes }];
}

function differing(path: string, stored: unknown, computed: unknown): Differences {
  return stored === computed ? [] : [{ path, stored, computed }];
}

/** What the bytes say, as far as a replay needs it; undefined where they are no determination at all. */
function readDetermination(body: string): Determination | undefined {
  try {
    const said = JSON.parse(body) as Partial<Determination> | null;
    const { asOf, county } = said?.trace ?? {};
    return typeof asOf === 'string' && typeof county === 'string' ? (said as Determination) : undefined;
  } catch {
    return undefined;
  }
}
