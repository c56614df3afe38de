import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { queues } from '../flow/queues.ts';
import { crashesOf } from './crashes.ts';
import {
  apiKilled,
  apiKilledBeforeItRang,
  deployed,
  queueEmptied,
  undisturbed,
  workersKilled,
  workerStopped,
} from './disturbances.ts';
import { diskFull } from './disk-full.ts';
import { prepareGround, type Ground } from './ground.ts';
import { ownCluster, type OwnCluster } from './own-cluster.ts';
import { rehearse, type Circumstances, type Disturbance } from './rehearsal.ts';
import { ownRedis, type OwnRedis } from './redis-gone.ts';
import { CONVICTIONS, full } from './scale.ts';
import { canMount } from './small-disk.ts';
import { tell, type Verdict } from './verdict.ts';

const preload = (name: string) => [`${import.meta.dirname}/preload/${name}.mjs`];
const withRedis = queues[1];

const DROP_KEY = 'ALTER TABLE approval DROP CONSTRAINT approval_county_id_conviction_id_round_key';

const mountable = canMount(inject('folder'));

let cluster: OwnCluster;
let ground: Ground;
let expected: Verdict['state'];

beforeAll(async () => {
  cluster = await ownCluster('bulk-review');
  ground = await prepareGround(cluster, CONVICTIONS);
  const calm = await rehearse(ground, undisturbed);
  tell('undisturbed', calm);
  expect(calm).toMatchObject({ ended: 'done', lost: 0, doubled: 0, faults: [], unguarded: [] });
  expected = calm.state;
});
afterAll(() => cluster?.stop());

/** What a bulk approval has to be after it was disturbed. */
const sound = () => ({
  of: CONVICTIONS,
  ended: 'done',
  lost: 0,
  doubled: 0,
  faults: [],
  unguarded: [],
  state: expected,
});

async function survives(name: string, disturb: Disturbance, circumstances: Circumstances = {}): Promise<void> {
  const { did, took, ...left } = await rehearse(ground, disturb, circumstances);
  tell(name, { ...left, did, took });
  expect(left).toEqual(sound());
}

interface Fault {
  readonly name: string;
  readonly disturb: Disturbance;
  readonly circumstances?: Circumstances;
  /** Whether it is a matter of the queue. */
  readonly queue?: boolean;
}

const faults: readonly Fault[] = [
  { name: 'workers killed', disturb: workersKilled(), queue: true },
  { name: 'the api killed', disturb: apiKilled },
  { name: 'the queue emptied', disturb: queueEmptied(), queue: true },
  { name: 'a worker stopped and continued', disturb: workerStopped },
  { name: 'a deploy', disturb: deployed },
  { name: 'every job delivered three times', disturb: undisturbed, circumstances: { preload: preload('thrice') } },
];

// In small two at once: most of the time is waiting.
const side = { concurrent: !full };

describe(`a bulk approval of ${CONVICTIONS} survives`, side, () => {
  it.each(faults)('$name', ({ name, disturb, circumstances }) => survives(name, disturb, circumstances));

  it('the api killed before it rang', () => survives('the api killed before it rang', apiKilledBeforeItRang));

  it.skipIf(!mountable)(mountable ? 'a full disk' : 'a full disk (no file system can be mounted here)', async () => {
    const disk = await diskFull(cluster, ground);
    if (!disk) throw new Error('The disk was not mounted.');
    await survives('disk full', disk.disturb, disk.circumstances);
  });
});

describe.skipIf(withRedis.skipped)(
  `a bulk approval of ${CONVICTIONS}, with the queue on ${withRedis.name}, survives`,
  side,
  () => {
    // What is no matter of the queue is not tried a second time in small.
    const those = full ? faults : faults.filter(({ queue }) => queue);
    it.each(those)('$name', ({ name, disturb, circumstances }) =>
      survives(`${name} (Redis)`, disturb, { redis: true, ...circumstances }),
    );

    it.each([
      { when: 'in mid-batch', choose: (redis: OwnRedis) => redis.goneInMidBatch },
      { when: 'at the click', choose: (redis: OwnRedis) => redis.goneAtTheClick },
    ])('Redis gone $when', async ({ when, choose }) => {
      const redis = await ownRedis();
      const circumstances = { env: { REDIS_URL: redis.url }, after: () => redis.stop() };
      await survives(`Redis gone ${when}`, choose(redis), circumstances);
    });
  },
);

/** What has gone wrong somewhere in the program, and what the rehearsal then shows. */
const plants: readonly (Fault & {
  readonly shows: (left: Verdict) => unknown;
  readonly as: unknown;
  readonly both?: boolean;
})[] = [
  {
    name: 'a unique key dropped',
    disturb: undisturbed,
    circumstances: { sql: DROP_KEY },
    shows: ({ unguarded }) => unguarded,
    as: ['approval'],
  },
  {
    name: 'an effect outside the transaction',
    disturb: workersKilled(1),
    circumstances: { preload: preload('effect-outside') },
    // The key refuses it the second time, and the work stops.
    shows: ({ ended }) => ended,
    as: 'failed',
  },
  {
    name: 'an effect outside the transaction, and the key dropped',
    both: true,
    disturb: workersKilled(1),
    circumstances: { preload: preload('effect-outside'), sql: DROP_KEY },
    shows: ({ doubled }) => doubled > 0,
    as: true,
  },
  {
    name: 'the reconciler off',
    disturb: queueEmptied(1),
    circumstances: { preload: preload('no-reconciler'), mayBePassedOver: true },
    shows: ({ ended }) => ended,
    as: 'passed over',
  },
];

describe('the rehearsal is red with', side, () => {
  // What the key alone does is seen where it is dropped and where it holds; both together is for the long run.
  it.each(full ? plants : plants.filter(({ both }) => !both))(
    '$name',
    async ({ name, disturb, circumstances, shows, as }) => {
      const left = await rehearse(ground, disturb, circumstances);
      tell(`planted: ${name}`, left);
      expect(shows(left)).toEqual(as);
    },
  );
});

describe.runIf(full)(`a bulk approval of ${CONVICTIONS} survives`, () => {
  // Alone: everybody else would crash with it.
  it('PostgreSQL crashing', async () => {
    const { disturb, circumstances } = await crashesOf(cluster);
    await survives('PostgreSQL crashed', disturb, circumstances);
  });
});
