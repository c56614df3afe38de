import { readFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow, RejectedRowView } from '@clearance/contract';
import { makeCounty, type County } from '../support/county.ts';
import { startProcesses, type Processes } from '../support/processes.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { faultsOf } from './oracle.ts';
import { openUpload } from './raw-upload.ts';
import { standOf } from './stand.ts';

const MB = 1024 ** 2;
/** No process may ever hold more. Were the line held, it alone would bring any of them over it. */
const MOST = 512 * MB;
const LINE = 300 * MB;

let processes: Processes;
let county: County<never>;

beforeAll(async () => {
  // No bell rings again meanwhile: a second reader of the same file would be measured with the first.
  processes = await startProcesses({ env: { RECONCILE_SECONDS: '60' } });
  county = await makeCounty(processes, { name: 'SIERRA' });
});
afterAll(() => processes?.stop());

/** The most memory that the process has had so far, in bytes. */
const peakOf = ({ pid }: ChildProcess): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
const highest = () => Math.max(...[processes.api, ...processes.workers].map(peakOf));

describe.skipIf(process.platform !== 'linux')('a line without an end', () => {
  it('is no file when it is all there is', async () => {
    const stand = await standOf(processes, county.id);
    const answer = await openUpload(county.people.admin.client, [{ bytes: Buffer.alloc(20 * MB, 'x') }]).finish();
    expect([answer.status, answer.body.code]).toEqual([422, 'wrong_file_type']);
    expect(await standOf(processes, county.id)).toEqual(stand);
  });

  it('of 300 megabytes is one rejected row behind good ones, which count, and is never held in memory', async () => {
    const good = readFileSync((await sampleFile({ county: 'SIERRA', rows: 500, seed: 51 })).path);
    const { client } = county.people.admin;
    const bytes = Buffer.concat([good, Buffer.alloc(LINE, 'x')]);
    const { status, body } = await openUpload(client, [{ bytes }]).finish();
    expect(status).toBe(201);
    const settled = () =>
      until(async () => {
        const view = (await client.get<ImportRow>(`/api/imports/${body.id}`)).body;
        return ['waiting', 'done', 'failed'].includes(view.state) && view;
      });
    // What stands behind the last line end is no row: the file may have been cut off there.
    expect(await settled()).toMatchObject({ state: 'waiting', doubts: ['unfinished'] });
    await client.post(`/api/imports/${body.id}/confirm`, {});
    const imported = await settled();
    expect(imported).toMatchObject({ state: 'done', rows: 500, rejected: 1, problem: null });
    const { body: problems } = await client.get<RejectedRowView[]>(`/api/imports/${body.id}/problems`);
    expect(problems).toMatchObject([{ line: 502, reason: 'too_long', text: 'x'.repeat(500) }]);
    expect(highest()).toBeLessThan(MOST);
    expect(await faultsOf(processes.database.superUrl, county.id)).toEqual([]);
  });
});
