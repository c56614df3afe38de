import { readDetermination, replay, type Policy } from '@clearance/eligibility';
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
  readonly dialect: string;
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
 * Where a determination made again differs from what is recorded, in its bytes and in the columns beside them; empty where
 * all is the same, and undefined where the engine of its dialect is not shipped any more. What it is made from, and by
 * which engine, comes from the row and never from the bytes under suspicion.
 */
export function differencesOf(
  recorded: Recorded,
  { entered = [], rows, unread }: StoredHistory,
  { context, wordings }: Ground,
  key: Buffer,
): Differences | undefined {
  const again = replay(
    { rows, beside: { entered, unread }, wordings, policy: recorded.policy, context },
    {
      bytes: recorded.body,
      dialect: recorded.dialect,
      isOf: (convictionKey) => convictionId(key, recorded.personId, { key: convictionKey }) === recorded.convictionId,
    },
  );
  if (again.result === 'no_engine') return undefined;
  const said = readDetermination(recorded.body);
  const beside = said
    ? [...differing('outcome', recorded.outcome, said.outcome), ...differing('ruleId', recorded.ruleId, said.ruleId)]
    : [];
  const within = again.result === 'identical' ? [] : again.differences;
  return [
    ...beside,
    ...within.map(({ path, recorded: was, replayed }) => ({ path, stored: was ?? null, computed: replayed ?? null })),
  ];
}

function differing(path: string, stored: unknown, computed: unknown): Differences {
  return stored === computed ? [] : [{ path, stored, computed }];
}
