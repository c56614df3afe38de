import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queues } from '../flow/queues.ts';
import * as disturbances from './disturbances.ts';
import { prepareGround, type Ground } from './ground.ts';
import { ownCluster, type OwnCluster } from './own-cluster.ts';
import { rehearse, type Circumstances, type Disturbance } from './rehearsal.ts';
import { CONVICTIONS, DRAINED_SECONDS, full, PATIENCE } from './scale.ts';
import { tell, type Verdict } from './verdict.ts';

const preload = (name: string) => [`${import.meta.dirname}/preload/${name}.mjs`];
const { undisturbed, workersKilled, apiKilled, queueEmptied, workerStopped, deployed } = disturbances;

let cluster: OwnCluster;
let ground: Ground;
let expected: Verdict['state'];

beforeAll(async () => {
  cluster = await ownCluster('bulk-review');
  ground = await prepareGround(cluster.database, CONVICTIONS);
  const calm = await rehearse(ground, undisturbed);
  tell('undisturbed', calm);
  expect(calm).toMatchObject({ lost: 0, doubled: 0, faults: [], unguarded: [] });
  expected = calm.state;
}, PATIENCE);
afterAll(() => cluster?.stop());

/** What a bulk approval has to be after it was disturbed. */
const sound = () => ({ of: CONVICTIONS, lost: 0, doubled: 0, faults: [], unguarded: [], state: expected });

async function survives(name: string, disturb: Disturbance, circumstances: Circumstances = {}): Promise<void> {
  const { did, seconds, ...left } = await rehearse(ground, disturb, circumstances);
  tell(name, { ...left, did, seconds });
  expect(left).toEqual(sound());
  expect(seconds).toBeLessThan(DRAINED_SECONDS);
}

const faults: readonly { name: string; disturb: Disturbance; circumstances?: Circumstances }[] = [
  { name: 'workers killed', disturb: workersKilled },
  { name: 'the api killed', disturb: apiKilled },
  { name: 'the queue emptied', disturb: queueEmptied },
  { name: 'a worker stopped and continued', disturb: workerStopped },
  { name: 'a deploy', disturb: deployed },
  { name: 'every job delivered three times', disturb: undisturbed, circumstances: { preload: preload('thrice') } },
];

describe.each(queues)(`a bulk approval of ${CONVICTIONS}, with the queue on $name, survives`, ({ redis, skipped }) => {
  const those = full || !redis ? faults : faults.slice(0, 3);
  it.skipIf(skipped).each(those)(
    '$name',
    ({ name, disturb, circumstances }) =>
      survives(`${name} (${redis ? 'Redis' : 'PostgreSQL'})`, disturb, { redis, ...circumstances }),
    PATIENCE,
  );
});
