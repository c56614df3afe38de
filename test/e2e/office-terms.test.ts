import { readFileSync, statSync } from 'node:fs';
import type { ImportRow, Terms } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { atRest } from './at-rest.ts';
import { camera, openBrowser, signedIn } from './browser.ts';

const shot = camera('office-terms');
let installation: Installation;
let browser: Browser;
let county: County<'reviewer'>;
let imported: ImportRow;

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  browser = await openBrowser();
  county = await makeCounty(installation, { name: 'LOS ANGELES', staff: { reviewer: ['reviewer'] } });
  const { client } = county.people.admin;
  await publishPolicy(client, 'la-2021');
  const { path } = await sampleFile({ county: 'LOS ANGELES', rows: 3_000, seed: 81 });
  let seen = 0;
  const wordings = ['DISPO 47B PER MINUTES', 'CLOSED PER DDA', 'SEE MINUTE ORDER'];
  const text = readFileSync(path, 'utf8').replaceAll(',CONVICTED,', (cell) => {
    seen += 1;
    return seen % 4 === 0 ? `,${wordings[(seen / 4) % 3]},` : cell;
  });
  imported = await importFile(client, { name: 'los-angeles.dat', bytes: text });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const localhost = () => installation.base.replace('127.0.0.1', 'localhost');
const terms = async () => (await county.people.admin.client.get<Terms>('/api/terms')).body;
/** The same page as it looks in the dark and on a phone. */
async function everyLook(page: Page, step: string) {
  await atRest(page);
  await shot(page, step);
  await page.emulateMedia({ colorScheme: 'dark' });
  await atRest(page);
  await shot(page, `${step} dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 400, height: 820 });
  await atRest(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await shot(page, `${step} phone`);
  await page.setViewportSize({ width: 1366, height: 820 });
  expect(wide, `${step}: nothing reaches beyond the edge of a phone`).toBeLessThanOrEqual(400);
}

story('an office’s own words, in a real browser', (step) => {
  step(
    'an administrator explains a wording that the import did not know, and everybody is evaluated again',
    async () => {
      const { page, faults } = await signedIn(browser, installation.base, county.people.admin.email, PASSWORD);
      await page.goto(`${localhost()}/#/imports/${imported.id}/show`);
      const wording = page.getByRole('row', { name: /DISPO 47B PER MINUTES/ });
      await wording.scrollIntoViewIfNeeded();
      await shot(page, 'unknown wordings of an import');
      await wording.getByRole('link', { name: 'Say what it means' }).click();
      await page.getByRole('heading', { name: 'Words and agencies', level: 1 }).waitFor();
      await page.getByRole('heading', { name: 'Wordings that nobody has explained' }).waitFor();
      await everyLook(page, 'words and agencies');
      const choice = page.getByRole('listitem').filter({ hasText: 'DISPO 47B' }).getByRole('combobox');
      await choice.click();
      await atRest(page);
      await shot(page, 'what does this mean');
      await page.getByRole('option', { name: /^A conviction convicted/ }).click();
      const bar = page.getByRole('region', { name: 'Changes that are not saved' });
      expect(await bar.innerText()).toContain('“DISPO 47B PER MINUTES” means a conviction.');
      await page.getByRole('button', { name: 'Add a wording' }).click();
      await bar.getByRole('button', { name: 'Save and evaluate again' }).click();
      await page.getByText('Must not be empty').waitFor();
      await everyLook(page, 'an error at its field');
      await page.getByLabel('Wording, as the court writes it').last().fill('closed per*');
      await page.getByRole('combobox', { name: 'Means' }).last().click();
      await page.getByRole('option', { name: /^No conviction/ }).click();
      await bar.getByRole('button', { name: 'Save and evaluate again' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/are counted and evaluated again/).waitFor();
      await everyLook(page, 'the consequence');
      await dialog.getByRole('button', { name: 'Save and evaluate again' }).click();
      await page.getByText('Version 1, in force').waitFor();
      await until(async () => !(await terms()).busy);
      expect((await terms()).unknown.map(({ text }) => text)).not.toContain('DISPO 47B PER MINUTES');
      expect(faults).toEqual([]);
    },
  );

  step('and makes the table of agencies the office’s own', async () => {
    const { page, faults } = await signedIn(browser, installation.base, county.people.admin.email, PASSWORD);
    await page.goto(`${localhost()}/#/terms`);
    await page.getByRole('button', { name: 'Make it the office’s own, to change it' }).click();
    await page.getByRole('button', { name: 'Add a line' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Keep the line' }).click();
    await dialog.getByText('Must not be empty').waitFor();
    await everyLook(page, 'a line with errors');
    await dialog.getByLabel('Arresting agencies, one on each line').fill('CAPD INGLEWOOD');
    await dialog.getByLabel('Misdemeanor').check();
    await dialog.getByLabel('Prosecuting agency').fill('Inglewood City Attorney');
    await dialog.getByRole('button', { name: 'Keep the line' }).click();
    await dialog.getByText(/Can never apply/).waitFor();
    await dialog.getByLabel('Arresting agencies, one on each line').fill('CSU POLICE LONG BEACH');
    await dialog.getByRole('button', { name: 'Keep the line' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('CSU POLICE LONG BEACH', { exact: true }).scrollIntoViewIfNeeded();
    await everyLook(page, 'the table of agencies');
    const bar = page.getByRole('region', { name: 'Changes that are not saved' });
    await bar.getByRole('button', { name: 'Save and evaluate again' }).click();
    await page
      .getByRole('dialog')
      .getByText(/^New line: CSU POLICE LONG BEACH/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Save and evaluate again' }).click();
    const version = page.getByText('Version 2, in force');
    await version.waitFor();
    await version.scrollIntoViewIfNeeded();
    await everyLook(page, 'versions with what changed');
    await until(async () => !(await terms()).busy);
    expect(faults).toEqual([]);
  });

  step('a reviewer reads them and changes nothing', async () => {
    const { page } = await signedIn(browser, installation.base, county.people.reviewer.email, PASSWORD);
    await page.goto(`${localhost()}/#/terms`);
    await page.getByText('Version 2, in force').waitFor();
    await shot(page, 'for a reviewer');
    const main = page.getByRole('main');
    expect(await main.getByRole('combobox').count()).toBe(0);
    expect(await main.getByRole('button', { name: /Add|Remove|Change|Save/ }).count()).toBe(0);
  });

  step('an administrator gives out the annotated file, with recipient and purpose', async () => {
    const { page, faults } = await signedIn(browser, installation.base, county.people.admin.email, PASSWORD);
    await page.goto(`${localhost()}/#/imports/${imported.id}/show`);
    await page.getByRole('button', { name: 'Make an annotated file' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make the file' }).click();
    await dialog.getByText(/Say to whom the file goes/).waitFor();
    await everyLook(page, 'an annotated file asked for');
    await dialog.getByLabel('Recipient').fill('Superior Court of Los Angeles, clerk of department 100');
    await dialog.getByLabel('Purpose').fill('Bulk motion under HS 11361.9');
    await dialog.getByRole('button', { name: 'Make the file' }).click();
    const link = page.getByRole('link', { name: /^Download/ });
    await link.waitFor();
    await page.getByText('Bulk motion under HS 11361.9').evaluate((place) => place.scrollIntoView({ block: 'center' }));
    await everyLook(page, 'an annotated file ready');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const path = await download.path();
    expect(statSync(path).size).toBeGreaterThan(500_000);
    expect(readFileSync(path, 'utf8').split('\n', 1)[0]).toMatch(/^RECORD_ID,.*,outcome,rule,reason/);
    await page.getByText(/downloaded 1 time/).waitFor();
    expect(faults).toEqual([]);
  });
});
