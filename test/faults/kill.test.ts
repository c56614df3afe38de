import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasEnded } from '../../apps/local/src/child.ts';
import { hold as holdLock, waitingSessions } from '../flow/holding.ts';
import { faultsOf } from '../flow/oracle.ts';
import { openUpload } from '../flow/raw-upload.ts';
import { filesOf, standOf } from '../flow/stand.ts';
import { importFile } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startProcesses, type Processes } from '../support/processes.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { pause, until } from '../support/until.ts';
import { heavyFile } from './heavy-file.ts';
import { naturalState } from './natural-state.ts';
import { randomFrom } from './random.ts';
import { undisturbed, type State } from './undisturbed.ts';
import { workedCounty, type WorkedCounty } from './worked-county.ts';

let processes: Processes;
let api: ChildProcess;
let county: WorkedCounty;
let file: Awaited<ReturnType<typeof heavyFile>>;
let expected: { imported: State; decided: State };
const random = randomFrom(20_261_122);

beforeAll(async () => {
  file = await heavyFile('FRESNO');
  expected = await undisturbed(file);
  processes = await startProcesses({ workers: 2 });
  api = processes.api;
  county = await workedCounty(processes);
});
afterAll(() => processes?.stop());

const superUrl = () => processes.database.superUrl;
async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await until(() => hasEnded(child));
}
const alive = () => processes.workers.filter((worker) => !hasEnded(worker));
const isOpen = async () =>
  (await query(superUrl(), `SELECT 1 FROM work WHERE county_id = $1 AND state = 'running'`, [county.id])).length > 0;

const hold = (table: string) => holdLock(superUrl(), `LOCK TABLE ${table} IN SHARE MODE`);

/** Kills every worker while one waits to write to the table, everything before that written and not committed. */
async function killAllAt(table: string): Promise<void> {
  await until(() => waitingSessions(superUrl(), table));
  for (const worker of alive()) await kill(worker);
  expect(await isOpen()).toBe(true);
}
const startWorkers = () => [processes.startWorker(), processes.startWorker()];

/** Kills one worker at some moment, and starts another. */
async function killSomewhere(withinMs: number): Promise<void> {
  await pause(random() * withinMs);
  const workers = alive();
  const victim = workers[Math.floor(random() * workers.length)];
  if (victim) await kill(victim);
  processes.startWorker();
}

async function drained(): Promise<void> {
  await county.quiet();
  expect(await faultsOf(superUrl(), county.id)).toEqual([]);
}

story('workers killed', (step) => {
  step('in the middle of an import leave what an undisturbed import leaves', async () => {
    const reading = await hold('rejected_row');
    await county.upload(file);
    await killAllAt('rejected_row');

    const evaluating = await hold('determination');
    await reading.release();
    startWorkers();
    await killSomewhere(2_000);
    await killAllAt('determination');

    const logging = await hold('audit_entry');
    await evaluating.release();
    startWorkers();
    await killSomewhere(2_000);
    await killAllAt('audit_entry');

    await logging.release();
    startWorkers();
    await killSomewhere(2_500);
    await drained();
    expect(await naturalState(superUrl(), county.id)).toEqual(expected.imported);
  });

  const decided = async (table: string, decide: () => Promise<string>) => {
    const deciding = await hold(table);
    await decide();
    await until(() => waitingSessions(superUrl(), table));
    const logging = await hold('audit_entry');
    await deciding.release();
    await killAllAt('audit_entry');

    await logging.release();
    startWorkers();
    await killSomewhere(2_000);
    await drained();
    const state = await naturalState(superUrl(), county.id);
    expect(state[table]).toEqual(expected.decided[table]);
    return state;
  };
  step('in the middle of a decision on thousands leave one recommendation of each', async () => {
    await decided('recommendation', () => county.recommendAll());
  });
  step('in the middle of an approval of thousands leave one of each, and all else as it would have been', async () => {
    expect(await decided('approval', () => county.approveAll())).toEqual(expected.decided);
  });
});

describe('an api killed', () => {
  it('in the middle of an upload leaves nothing half done, and the next upload works', async () => {
    const other = await workedCounty(processes, 'MADERA');
    const sample = await sampleFile({ county: 'MADERA', rows: 1_000, seed: 93 });
    const before = await standOf(processes, other.id);
    const upload = openUpload(other.people.admin.client, [{ bytes: readFileSync(sample.path) }]);
    await upload.sendTo(upload.length / 2);
    await until(() => filesOf(processes, other.id).length > 0);
    await kill(api);
    api = await processes.startApi();
    const after = await standOf(processes, other.id);
    expect({ ...after, files: [] }).toEqual(before);

    const imported = await importFile(other.people.admin.client, sample.path);
    expect(imported).toMatchObject({ state: 'done', rows: 1_000, rejected: 0 });
    await other.quiet();
    expect(await faultsOf(superUrl(), other.id)).toEqual([]);
  });

  it('leaves a cut file that is cleared away once nobody can be writing to it any more', async () => {
    const folder = join(processes.folder, 'files', county.id);
    const [old, fresh] = ['old.part', 'fresh.part'].map((name) => join(folder, name)) as [string, string];
    for (const path of [old, fresh]) writeFileSync(path, 'encrypted and cut');
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(old, twoDaysAgo, twoDaysAgo);
    const before = filesOf(processes, county.id);
    await kill(api);
    api = await processes.startApi();
    await until(() => !existsSync(old));
    expect(filesOf(processes, county.id)).toEqual(before.filter((name) => name !== 'old.part'));
  });
});
