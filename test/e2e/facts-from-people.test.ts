import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recommend, viewOf, convictionsOf } from '../flow/deciding.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { smallFile } from '../support/small-file.ts';
import { violationsOf } from './axe.ts';
import { camera, openBrowser, signedIn } from './browser.ts';

const shot = camera('facts-from-people');
let installation: Installation;
let browser: Browser;
let county: County<'reviewer' | 'approver'>;
/** The conviction that waits for a birth date. */
let id: string;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await openBrowser();
  county = await makeCounty(installation, {
    name: 'MODOC',
    staff: { reviewer: ['reviewer'], approver: ['approver'] },
  });
  const admin = county.people.admin.client;
  const people = ['A40000001', 'A40000002', 'A40000003'].map((cii, at) => ({
    ...{ cii, name: `INVENTED,PERSON ${['A', 'B', 'C'][at]}`, born: '' },
    cases: [
      { number: `98-10${at}`, date: '20050101', offense: '11359 HS-POSSESS FOR SALE' },
      { number: `20-20${at}`, date: '20200101', offense: '459 PC-BURGLARY', arrestedBy: 'CASO MODOC' },
    ],
  }));
  await importFile(admin, { name: 'modoc.dat', bytes: smallFile('MODOC', people) });
  await publishPolicy(admin, 'la-2020');
  const reviewer = county.people.reviewer.client;
  const found = await convictionsOf(reviewer, { section: ['HS 11359'] });
  for (const one of found.slice(0, 2)) {
    await recommend(reviewer, await viewOf(reviewer, one.id), 'ask_for_facts', 'When was this person born?');
  }
  id = found[0]?.id ?? '';
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const as = (who: 'reviewer' | 'approver') => signedIn(browser, installation.base, county.people[who].email, PASSWORD);
const recordOf = (page: Page) => page.goto(`${new URL(page.url()).origin}/#/convictions/${id}/show`);
const main = (page: Page) => page.getByRole('main').innerText();

describe('facts from people, in a real browser', () => {
  it('a reviewer finds what is awaited, enters the birth date from a docket, and sees the new determination', async () => {
    const { page, faults } = await as('reviewer');
    await page.getByRole('navigation').first().getByRole('link', { name: 'Facts awaited' }).click();
    await page.getByRole('region', { name: 'CASC MODOC' }).waitFor();
    await shot(page, 'facts awaited');
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 400, height: 820 });
    await shot(page, 'facts awaited narrow');
    await page.setViewportSize({ width: 1366, height: 820 });

    await recordOf(page);
    const enter = page.getByRole('button', { name: 'Enter this fact' });
    await enter.waitFor();
    await shot(page, 'record that needs a fact');
    await enter.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Enter the fact' }).click();
    await dialog.getByText('Enter the whole date, of a day that exists.').waitFor();
    await shot(page, 'form with what is missing');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByLabel('Date of birth').fill('1960-05-05');
    await dialog.getByLabel('Source').click();
    await page.getByRole('option', { name: 'Docket' }).click();
    await dialog.getByLabel('Reference').fill('Docket 98-100, page 3');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const entered = page.getByRole('region', { name: 'Facts entered by people' });
    await entered.getByText('born May 5, 1960').waitFor();
    expect(await entered.innerText()).toContain('Docket, Docket 98-100, page 3');
    await page.getByText('The person is 50 or older').first().waitFor();
    expect(await main(page)).toMatch(
      /born May 5, 1960: entered by reviewer on \w{3} \d+, \d{4} from the docket, Docket 98-100, page 3/,
    );
    await shot(page, 'record with the fact', { fullPage: true });
    await page.setViewportSize({ width: 400, height: 820 });
    await shot(page, 'record with the fact narrow', { fullPage: true });
    await page.setViewportSize({ width: 1366, height: 820 });
    expect(faults).toEqual([]);
  });

  it('an approver sees who supplied it, and cannot enter or withdraw one', async () => {
    const reviewer = county.people.reviewer.client;
    await recommend(reviewer, await viewOf(reviewer, id), 'dismiss');
    const { page, faults } = await as('approver');
    await page.emulateMedia({ colorScheme: 'dark' });
    await recordOf(page);
    const entered = page.getByRole('region', { name: 'Facts entered by people' });
    await entered.getByText('born May 5, 1960').waitFor();
    expect(await entered.innerText()).toMatch(/Entered by reviewer, .*Docket 98-100, page 3/);
    await page.getByText('Fact entered', { exact: true }).first().waitFor();
    expect(await entered.getByRole('button').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await shot(page, 'what the approver sees', { fullPage: true });
    expect(faults).toEqual([]);
  });

  it('a reviewer withdraws it with a reason, and the fact is missing again', async () => {
    const { page, faults } = await as('reviewer');
    await recordOf(page);
    const entered = page.getByRole('region', { name: 'Facts entered by people' });
    await entered.getByRole('button', { name: 'Withdraw' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Read from the wrong docket.');
    await page.keyboard.press('Enter');
    await entered.getByText('“Read from the wrong docket.”').waitFor();
    await page.getByRole('button', { name: 'Enter this fact' }).waitFor();
    await shot(page, 'withdrawn');
    expect(faults).toEqual([]);
  });

  it('a request letter names what is missing, and asks first who gets it', async () => {
    const { page, faults } = await as('reviewer');
    await page.getByRole('navigation').first().getByRole('link', { name: 'Facts awaited' }).click();
    await page.getByRole('button', { name: 'Request letter' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Recipient').fill('Clerk, Superior Court of Modoc');
    await dialog.getByLabel('Purpose').fill('Missing birth dates');
    await shot(page, 'who gets the letter');
    await page.keyboard.press('Enter');
    const letter = page.getByRole('article', { name: 'Request letter' });
    await letter.waitFor();
    expect(await letter.innerText()).toMatch(/Clerk, Superior Court of Modoc[\s\S]*Missing: the date of birth/);
    await shot(page, 'letter');
    await page.emulateMedia({ media: 'print' });
    await shot(page, 'letter on paper', { fullPage: true });
    await page.emulateMedia({ media: 'screen' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('facts-requested.csv');
    expect(faults).toEqual([]);
  });
});
