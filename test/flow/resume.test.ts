import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal, Work } from '@clearance/contract';
import type { Answer } from '../support/client.ts';
import { ledgerOf, makeCounty } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { findAllGood, lookAt } from './deciding.ts';
import { hold, waitingSessions } from './holding.ts';
import { longJobs, staff, type LongJob, type Worked } from './long-jobs.ts';
import { faultsOf } from './oracle.ts';
import { filesOf, standOf } from './stand.ts';

let installation: Installation;
let undisturbed: Worked;
let failing: Worked;
let cancelling: Worked;
const superUrl = () => installation.database.superUrl;
const clientOf = (county: Worked, by: LongJob['by']) => county.people[by].client;
/** As whoever may see what it works on. */
const workOf = async (county: Worked, id: string, by: LongJob['by'] = 'admin'): Promise<Work> =>
  (await clientOf(county, by).get<Work>(`/api/work/${id}`)).body;
const ask = (county: Worked, by: LongJob['by'], id: string, act: 'resume' | 'cancel') =>
  clientOf(county, by).post<Work & Refusal>(`/api/work/${id}/${act}`);

/** Waits until nothing of the county runs; what follows a job by itself has ended then as well. */
const quiet = (county: Worked) =>
  until(
    async () => {
      const running = await query(superUrl(), `SELECT 1 FROM work WHERE county_id = $1 AND state = 'running' LIMIT 1`, [
        county.id,
      ]);
      return running.length === 0;
    },
    { moves: ledgerOf(clientOf(county, 'admin')) },
  );
/** What is in the county at the end, without the acts by which jobs were ended and went on. */
async function standWithout(county: Worked) {
  const { acts, files, rows } = await standOf(installation, county.id);
  const { 'work.cancel': _, 'work.resume': __, ...rest } = acts;
  return { rows, files: files.length, acts: rest };
}
/** What attempts that did not come through had written goes once another one is through, or they notice. */
const partsGone = (county: Worked) =>
  until(() => filesOf(installation, county.id).length === filesOf(installation, undisturbed.id).length);

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  undisturbed = await makeCounty(installation, { name: 'PLUMAS', staff });
  failing = await makeCounty(installation, { name: 'LASSEN', staff });
  cancelling = await makeCounty(installation, { name: 'SHASTA', staff });
  for (const job of longJobs) {
    await job.start(undisturbed);
    await quiet(undisturbed);
  }
});
afterAll(() => installation?.stop());

story('a job that failed', (step) => {
  const fix = (table: string) => query(superUrl(), `ALTER TABLE ${table} DROP CONSTRAINT broken`);

  const failsAndGoesOn = async (job: LongJob) => {
    const [first = '', ...more] = job.tables;
    // Whatever writes there fails, as with a full disk.
    const broken = (table: string) =>
      query(superUrl(), `ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (false) NOT VALID`);
    await broken(first);
    const id = await job.start(failing);
    for (const [at, table] of job.tables.entries()) {
      const failed = await until(async () => {
        const work = await workOf(failing, id, job.by);
        return work.state === 'failed' && work;
      });
      expect(failed.problem).toBe(
        'It failed several times in a row. Nothing is lost: what was done stays done, and it can be resumed.',
      );
      const next = more[at];
      if (next) await broken(next);
      await fix(table);
      expect((await ask(failing, job.by, id, 'resume')).body).toMatchObject({ state: 'running', problem: null });
      expect((await ask(failing, job.by, id, 'resume')).body.code).toBe('work_not_resumable');
    }
    await quiet(failing);
    expect(await workOf(failing, id, job.by)).toMatchObject({ state: 'done', mayResume: false });
  };
  // In the order of the work: each begins on what the one before left.
  for (const job of longJobs) {
    step(`${job.name}, says why in words, and goes on from where it stands`, () => failsAndGoesOn(job));
  }

  step('leaves the county as an undisturbed one', async () => {
    await partsGone(failing);
    expect(await standWithout(failing)).toEqual(await standWithout(undisturbed));
    expect(await faultsOf(superUrl(), failing.id)).toEqual([]);
  });
});

describe('a bulk review that somebody ended', () => {
  it('goes on for whoever started it alone, and not at all once it is taken back', async () => {
    const county = await makeCounty(installation, { name: 'SIERRA', staff });
    const [imported, published, recommended, approved] = [
      'an import',
      'an evaluation',
      'a bulk recommendation',
      'a bulk approval',
    ];
    const start = async (name: string | undefined) => {
      const id = (await longJobs.find((job) => job.name === name)?.start(county)) ?? '';
      return id;
    };
    for (const name of [imported, published]) {
      await start(name);
      await quiet(county);
    }
    const last = `SELECT 1 FROM conviction WHERE county_id = $1 ORDER BY id DESC LIMIT 1 FOR NO KEY UPDATE`;
    const endedAfterTheFirst = async (name: string | undefined, by: LongJob['by']) => {
      const held = await hold(superUrl(), last, [county.id]);
      const id = await start(name);
      await until(async () => (await workOf(county, id)).done === 1_000);
      await ask(county, by, id, 'cancel');
      await held.release();
      await quiet(county);
      return id;
    };
    const ended = await endedAfterTheFirst(recommended, 'reviewer');
    const other = await ask(county, 'second', ended, 'resume');
    expect(other.body).toMatchObject({
      ...{ code: 'work_not_resumable', message: expect.stringContaining('only that person') as string },
    });
    expect((await clientOf(county, 'second').get<Work>(`/api/work/${ended}`)).body.mayResume).toBe(false);
    expect((await ask(county, 'approver', ended, 'resume')).status).toBe(403);
    expect((await ask(county, 'reviewer', ended, 'resume')).status).toBe(200);
    await quiet(county);
    // Before the lock: a finding takes the row of its conviction, and the sample may have the last one in it.
    const waiting = { state: ['recommended' as const] };
    await findAllGood(clientOf(county, 'approver'), waiting, await lookAt(clientOf(county, 'approver'), waiting));
    const approval = await endedAfterTheFirst(approved, 'approver');
    const back = await clientOf(county, 'approver').post(`/api/bulk-reviews/${approval}/undo`, { note: 'Too early.' });
    expect(back.status).toBe(202);
    await quiet(county);
    expect((await ask(county, 'approver', approval, 'resume')).body.code).toBe('work_not_resumable');
    expect(await workOf(county, approval)).toMatchObject({
      ...{ state: 'cancelled', done: 1_000, mayResume: false, problem: 'It was taken back.' },
    });
    const shown = await clientOf(county, 'approver').get(`/api/bulk-reviews/${approval}`);
    expect(shown.body).toMatchObject({ state: 'cancelled', resumable: false, takenBack: 1_000 });
    expect(await faultsOf(superUrl(), county.id)).toEqual([]);
  });
});

story('a job that somebody ended', (step) => {
  const resumable = longJobs.filter(({ endsForGood }) => !endsForGood);

  /** Starts it, stops it in the middle by a lock, ends it there, and lets go. */
  async function cancelled(job: LongJob): Promise<string> {
    const held = await hold(superUrl(), job.lock ?? `LOCK TABLE ${job.tables[0]} IN SHARE MODE`);
    const id = await job.start(cancelling);
    await until(() => waitingSessions(superUrl()));
    const answer = await ask(cancelling, job.by, id, 'cancel');
    await held.release();
    expect(answer.body).toMatchObject({ state: 'cancelled' });
    await quiet(cancelling);
    return id;
  }

  const goesOn = async (job: LongJob) => {
    if (!resumable.includes(job)) {
      await job.start(cancelling);
      await quiet(cancelling);
      return;
    }
    const id = await cancelled(job);
    expect((await workOf(cancelling, id, job.by)).done).toBeLessThan((await workOf(cancelling, id, job.by)).total);
    const told = ({ status, body: { requestId: _, ...body } }: Answer<Work & Refusal>) => ({ status, body });
    const elsewhere = await ask(undisturbed, job.by, id, 'resume');
    expect(told(elsewhere)).toEqual(told(await ask(undisturbed, job.by, randomUUID(), 'resume')));
    expect(elsewhere.status).toBe(404);
    expect((await ask(cancelling, job.by, id, 'resume')).body).toMatchObject({ state: 'running' });
    expect((await ask(cancelling, job.by, id, 'resume')).body.code).toBe('work_not_resumable');
    await quiet(cancelling);
    expect(await workOf(cancelling, id, job.by)).toMatchObject({ state: 'done', mayCancel: false, mayResume: false });
  };
  for (const job of longJobs) step(`${job.name}, goes on to the same end`, () => goesOn(job));

  step('leaves the county as an undisturbed one', async () => {
    await partsGone(cancelling);
    expect(await standWithout(cancelling)).toEqual(await standWithout(undisturbed));
    expect(filesOf(installation, cancelling.id).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await faultsOf(superUrl(), cancelling.id)).toEqual([]);
  });
});
