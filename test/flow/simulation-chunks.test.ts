import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { SimulationAnswer, SimulationRow } from '@clearance/contract';
import { presetNamed, simulate } from '@clearance/eligibility';
import { localDate } from '@clearance/record';
import { repeatJobs } from '../faults/queue-hands.ts';
import type { Client } from '../support/client.ts';
import { importFile, makeCounty, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { anotherWorker } from './another-worker.ts';
import { historiesOfFile } from './histories-of-file.ts';
import { hold, holding, waitingSessions } from './holding.ts';
import { manyConvictions } from './many-convictions.ts';

const COUNTY = 'TRINITY';
const PEOPLE = 2_300;

describe('a simulation in several chunks', () => {
  let installation: Installation;
  let county: County<never>;
  let admin: Client;
  let path: string;

  beforeAll(async () => {
    installation = await startInstallation({ workers: 0 });
    county = await makeCounty(installation, { name: COUNTY });
    admin = county.people.admin.client;
    const file = await manyConvictions(COUNTY, PEOPLE);
    path = join(inject('folder'), file.name);
    writeFileSync(path, file.bytes);
    await working(async () => {
      await publishPolicy(admin, 'prop64-dismiss-all');
      await importFile(admin, path);
      await until(async () => (await left()).running === 0);
    });
  });
  afterAll(() => installation?.stop());

  async function working<T>(work: () => Promise<T>): Promise<T> {
    const worker = await anotherWorker(installation);
    try {
      return await work();
    } finally {
      await worker.close();
    }
  }
  const start = async (candidate: string) =>
    (await admin.post<SimulationAnswer>('/api/simulations', { candidate })).body.id;
  const view = async (id: string) => (await admin.get<SimulationRow>(`/api/simulations/${id}`)).body;
  const ended = (id: string) => until(async () => (await view(id)).state !== 'running' && view(id));
  /** What is kept of running simulations, and moves of all. */
  async function left(id?: string) {
    const [found] = await query<{ running: number; people: number; parts: number; moves: number }>(
      installation.database.superUrl,
      `SELECT (SELECT count(*)::int FROM work WHERE state = 'running') AS running,
              (SELECT count(*)::int FROM simulation_people) AS people, (SELECT count(*)::int FROM simulation_part) AS parts,
              (SELECT count(*)::int FROM simulation_move WHERE simulation_id = $1) AS moves`,
      [id ?? null],
    );
    if (!found) throw new Error('A query of counts answers one row.');
    return found;
  }

  it('counts everybody once, with two workers and every job delivered three times', async () => {
    const asked = repeatJobs(installation, 3);
    const id = await start('preset:san-diego-2020');
    expect((await left(id)).people).toBe(5);
    const done = await working(() => working(() => ended(id)));
    expect(asked.asked).toBeGreaterThanOrEqual(6);
    const asOf = localDate(done.asOf);
    const [before, after] = [presetNamed('prop64-dismiss-all'), presetNamed('san-diego-2020')];
    if (!asOf || !before || !after) throw new RangeError('no policy');
    const pure = simulate(historiesOfFile(path), before, after, { county: COUNTY, asOf });
    expect(done).toMatchObject({
      ...{ state: 'done', people: PEOPLE, convictions: PEOPLE, progress: { done: PEOPLE, total: PEOPLE } },
      result: { before: pure.before, after: pure.after, flows: pure.flows, moved: pure.moves.length },
    });
    expect(pure.moves.length).toBe(PEOPLE);
    expect(await left(id)).toEqual({ running: 0, people: 0, parts: 0, moves: PEOPLE });
  });

  it('leaves nothing behind when it is cancelled, before it began or with a chunk in hand', async () => {
    const early = await start('preset:la-2020');
    expect((await admin.post<SimulationRow>(`/api/simulations/${early}/cancel`)).body.state).toBe('cancelled');
    const late = await start('preset:la-2020');
    expect(late).not.toBe(early);
    await working(async () => {
      const { superUrl } = installation.database;
      const held = await hold(superUrl, 'LOCK TABLE simulation_part IN EXCLUSIVE MODE');
      await until(() => waitingSessions(superUrl, 'simulation_part'));
      const cancelling = admin.post<SimulationRow>(`/api/simulations/${late}/cancel`);
      await until(async () => (await waitingSessions(superUrl)) > (await waitingSessions(superUrl, 'simulation_part')));
      await held.release();
      expect((await cancelling).body.state).toBe('cancelled');
      await until(async () => (await left()).running === 0);
    });
    for (const id of [early, late]) expect(await left(id)).toMatchObject({ people: 0, parts: 0, moves: 0 });
    expect((await admin.post(`/api/simulations/${late}/cancel`)).status).toBe(409);
  });

  it('says so when a newer file came meanwhile, rather than counting two files as one', async () => {
    const id = await start('preset:sf-2018');
    const { superUrl } = installation.database;
    const newer = await sampleFile({ county: COUNTY, rows: 300, seed: 77 });
    const lock = `SELECT 1 FROM work_chunk WHERE work_id = $1 FOR UPDATE`;
    const done = await working(async () => {
      await holding(superUrl, lock, [id], () => importFile(admin, newer.path));
      return ended(id);
    });
    expect(done).toMatchObject({ state: 'overtaken', result: null });
    expect(done.problem).toMatch(/newer file/);
    const again = await start('preset:sf-2018');
    expect(again).not.toBe(id);
    expect((await working(() => ended(again))).state).toBe('done');
  });

  it('ends without a fault', () => expect(installation.faults).toEqual([]));
});
