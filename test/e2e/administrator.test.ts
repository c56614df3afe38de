import { readFileSync } from 'node:fs';
import type { BulkReviewRow } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { cellsOfCsv } from '../flow/csv.ts';
import { convictionsOf, decideAll, lookAt } from '../flow/deciding.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';

const staff = { reviewer: ['reviewer'], approver: ['approver'] } as const;
const shot = camera('administrator');
let installation: Installation;
let browser: Browser;
let county: County<keyof typeof staff>;
let batch: BulkReviewRow;
let page: Page;
let faults: string[];

const localhost = () => installation.base.replace('127.0.0.1', 'localhost');
const to = (path: string) => page.goto(`${localhost()}/#${path}`);
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  browser = await openBrowser();
  county = await makeCounty(installation, { name: 'COLUSA', staff });
  const { admin, approver, reviewer } = county.people;
  await publishPolicy(admin.client, 'prop64-dismiss-all');
  await importFile(admin.client, (await sampleFile({ county: 'COLUSA', rows: 1_500, seed: 71 })).path);
  await decideAll(
    reviewer.client,
    { verb: 'recommend', decision: 'dismiss' },
    { state: ['evaluated'], outcome: ['dismiss'] },
  );
  await admin.client.put('/api/settings', { undoHours: 0 });
  // The others wait, so that a file without their people costs something.
  const [first] = await convictionsOf(approver.client, { state: ['recommended'] });
  batch = await decideAll(
    approver.client,
    { verb: 'approve' },
    { state: ['recommended'], section: [first?.section ?? ''] },
  );
  await until(async () => (await lookAt(approver.client, { state: ['released'] })).count === batch.count);
  ({ page, faults } = await signedIn(browser, installation.base, admin.email, PASSWORD));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

story('an administrator, in a real browser', (step) => {
  step('finds no list yet, and learns how one comes about', async () => {
    await to('/court-lists');
    await heading('No lists yet');
    await everyLook(page, shot, 'no lists');
    await page.getByRole('button', { name: 'Make a list' }).click();
    await page.getByRole('radio', { name: 'What was released on some days' }).check();
    await page.getByText('Choose the first day, the last day, or both.').waitFor();
    await page.getByLabel('Released to, that day included').fill('2020-01-01');
    await page.getByText('Nothing that was released matches this choice').waitFor();
    expect(await page.getByRole('button', { name: 'Make the list' }).isDisabled()).toBe(true);
    await everyLook(page, shot, 'nothing matches');
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  step('gives the court the list of a bulk approval, and it stands among what was given out', async () => {
    await to(`/bulk-reviews/${batch.id}/show`);
    await page.getByRole('link', { name: 'List for the court' }).click();
    const make = page.getByRole('button', { name: `Make the list of ${batch.count}` });
    await make.click();
    await page.getByText('Say to whom the file goes').waitFor();
    await everyLook(page, shot, 'to whom and what for');
    await page.getByLabel('Recipient').fill('Clerk of the Superior Court');
    await page.getByLabel('Purpose').fill('Orders under 11361.9');
    await make.click();
    const download = page.getByRole('link', { name: /^Download/ });
    await download.waitFor();
    await everyLook(page, shot, 'the list is ready');
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
    expect(file.suggestedFilename()).toMatch(/^court-list-colusa-\d{4}-\d\d-\d\d\.csv$/);
    const lines = cellsOfCsv(readFileSync(await file.path(), 'utf8'));
    expect(lines).toHaveLength(batch.count + 1);
    await page.getByText('downloaded 1 time').waitFor();
  });

  step('is asked before a file replaces one with which it shares nobody', async () => {
    const { path } = await sampleFile({ county: 'COLUSA', rows: 900, seed: 72 });
    const { body } = await county.people.admin.client.upload(path);
    await to(`/imports/${body.id}/show`);
    await heading(/^This file shares 0 of \d+ people with the one before/);
    await everyLook(page, shot, 'shares nobody');
    await page.getByRole('button', { name: 'Use this file' }).click();
    await heading(/^Replace .+ of /);
    await everyLook(page, shot, 'replace the file');
    const typed = page.getByLabel(/^Type [\d,]+ to have them leave/);
    const go = page.getByRole('button', { name: 'Go on with this file' });
    expect(await go.isDisabled()).toBe(true);
    const asked =
      (await page
        .getByText(/^Type [\d,]+ to have them leave/)
        .first()
        .textContent()) ?? '';
    await typed.fill(asked.replace(/\D/g, ''));
    await go.click();
    await page.getByText('Every conviction was evaluated.').waitFor();
    expect(faults).toEqual([]);
  });
});
