import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotatedRow, ImportRow, Stats } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { COLUMNS } from '../../libs/record/src/index.ts';
import { hold, waitingSessions } from '../flow/holding.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { pause, until } from '../support/until.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';

const shot = camera('imports');
let installation: Installation;
let browser: Browser;
let county: County<never>;
let page: Page;
let faults: string[];

const admin = () => county.people.admin.client;
const to = (path: string) => page.goto(`${installation.base.replace('127.0.0.1', 'localhost')}/#${path}`);
const text = async (county: string, rows: number) =>
  readFileSync((await sampleFile({ county, rows, seed: 61 })).path, 'utf8');
const pixels = Array.from({ length: 2_700 }, (_, at) => createHash('sha512').update(`${at}`).digest());

/** Chooses the file on the page of the imports and sends it. */
async function send(name: string, bytes: string | Buffer): Promise<void> {
  await to('/imports');
  const path = join(inject('folder'), name);
  writeFileSync(path, bytes);
  await page.getByLabel('Criminal-history file').setInputFiles(path);
  await page.getByRole('button', { name: 'Import this file' }).click();
}

/** How far down a heading or a button stands, in pixels. */
const placeOf = async (role: 'heading' | 'button', name: RegExp) =>
  (await page.getByRole(role, { name }).first().boundingBox())?.y ?? NaN;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await openBrowser();
  county = await makeCounty(installation, { name: 'COLUSA' });
  await publishPolicy(admin(), 'prop64-dismiss-all');
  ({ page, faults } = await signedIn(browser, installation.base, county.people.admin.email, PASSWORD));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

story('files, in a real browser', (step) => {
  step('a picture under the name of the file is refused at once', async () => {
    await send('scan.dat', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), ...pixels]));
    await page.getByText(/not a criminal-history file \(not a text file/).waitFor();
    await shot(page, 'a picture');
    expect((await admin().get<unknown[]>('/api/imports')).body).toEqual([]);
  });

  step('a file of which no row can be read says so, and asks nothing', async () => {
    await send('notes.dat', `${COLUMNS.join(',')}\n${'said "so", they\n'.repeat(567)}`);
    await page.getByRole('heading', { name: 'Nothing was imported' }).waitFor();
    await page
      .getByRole('region', { name: 'Problem' })
      .getByText(/^Not one of its 567 lines could be read as a row: nothing was imported\./)
      .waitFor();
    await everyLook(page, shot, 'nothing read');
    expect(await page.getByRole('button', { name: /right file|Resume/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
    await page.getByText('This import was cancelled.').waitFor();
  });

  step('a file behind one that waits for an answer is told which, with the way there', async () => {
    await send('solano.dat', await text('SOLANO', 200));
    await page.getByRole('heading', { name: 'This is probably another county’s file' }).waitFor();
    await send('colusa.dat', await text('COLUSA', 300));
    await page.getByText('solano.dat waits for an answer.').waitFor();
    await everyLook(page, shot, 'another one waits');
    await page.getByRole('link', { name: 'Go to its question' }).click();
    await page.getByRole('button', { name: 'Cancel this import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
    await page.getByText('This import was cancelled.').waitFor();
  });

  step('parts of a delivery are chosen together, and one that is missing is asked about', async () => {
    const [header = '', ...rows] = (await text('COLUSA', 900)).trimEnd().split('\n');
    await to('/imports');
    const paths = [3, 1].map((part) => {
      const path = join(inject('folder'), `colusa ${part} of 3.dat`);
      writeFileSync(path, [header, ...(part === 1 ? rows.slice(0, 400) : rows.slice(400))].join('\n'));
      return path;
    });
    await page.getByLabel('Criminal-history file').setInputFiles(paths);
    await page.getByRole('heading', { name: '2 files' }).waitFor();
    await page
      .getByRole('region', { name: 'Import a file' })
      .getByText(/colusa 1 of 3\.dat[^]*colusa 3 of 3\.dat/)
      .waitFor();
    await everyLook(page, shot, 'two parts chosen');
    await page.getByRole('button', { name: 'Import these files' }).click();
    await page.getByRole('heading', { name: 'Part 2 of 3 is not here' }).waitFor();
    await page.getByText('2 files, in their order').waitFor();
    await everyLook(page, shot, 'a part is missing');
    await page.getByRole('button', { name: 'Cancel this import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
    await page.getByText('This import was cancelled.').waitFor();
  });

  step('a done file says what its convictions are, and how many of them Home is about', async () => {
    const done = await importFile(admin(), { name: 'colusa.dat', bytes: await text('COLUSA', 1_500) });
    const { convictions, outOfScope } = (await admin().get<Stats>('/api/stats')).body;
    await to(`/imports/${done.id}/show`);
    const figures = page.getByRole('region', { name: 'Figures' });
    await figures.getByText(`The policy speaks of ${convictions + outOfScope} of them`).waitFor();
    expect(await figures.innerText()).toMatch(/of every offense/);
    const balance = page.getByRole('region', { name: /^[\d,]+ rows accounted for$/ });
    await balance.getByRole('row', { name: /^not a covered offense/ }).waitFor();
    await page.getByRole('heading', { name: 'Annotated file' }).waitFor();
    await everyLook(page, shot, 'done and nothing rejected');
  });

  step('what one does with a done file stands before its rejected rows', async () => {
    const rows = (await text('COLUSA', 1_500)).split('\n');
    const dirty = rows.map((row, at) => (at > 0 && at % 9 === 0 ? `${row},one "too" many` : row)).join('\n');
    const { id, rejected } = await importFile(admin(), { name: 'dirty.dat', bytes: dirty });
    expect(rejected).toBeGreaterThan(100);
    // The first answer is given while the file is being made, and comes after the news that it is done.
    const { superUrl } = installation.database;
    const making = await hold(superUrl, 'LOCK TABLE annotated_line IN SHARE MODE');
    const answer = await admin().post<ImportRow>(`/api/imports/${id}/annotated`, {
      ...{ recipient: 'Public Defender', purpose: 'Cases of the spring', decisions: false },
    });
    expect(answer.status).toBe(202);
    await until(() => waitingSessions(superUrl, 'annotated_line'));
    const file = `/api/imports/${id}/annotated`;
    await page.route(
      (url) => url.pathname === file,
      async (route) => {
        const early = await route.fetch();
        await making.release();
        await until(async () => (await admin().get<AnnotatedRow[]>(file)).body[0]?.state === 'done');
        await pause(500);
        await route.fulfill({ response: early });
      },
      { times: 1 },
    );
    await to(`/imports/${id}/show`);
    await page.getByText('Public Defender').waitFor();
    await page.getByRole('link', { name: /^Download, / }).waitFor();
    await everyLook(page, shot, 'done with many rejected rows');
    for (const width of [1366, 400]) {
      await page.setViewportSize({ width, height: 820 });
      const make = await placeOf('button', /^Make an annotated file$/);
      expect(make, `${width}`).toBeLessThan(await placeOf('heading', /rejected rows$/));
      expect(make, `${width}`).toBeLessThan(
        (await placeOf('heading', /^About the file$/)) + (width === 1366 ? 820 : 0),
      );
    }
    expect(faults).toEqual([]);
  });
});
