import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { PeopleFound } from '@clearance/contract';
import { convictionsOf, recommend, viewOf } from '../flow/deciding.ts';
import { withPeople } from '../flow/people-to-find.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { root, startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';

const shot = camera('find-a-person');
const folder = join(root, 'test-output', 'find-a-person');
let installation: Installation;
let browser: Browser;
let county: County<'reviewer'>;
let page: Page;
let faults: string[];

beforeAll(async () => {
  installation = await startInstallation({ workers: 1 });
  browser = await openBrowser();
  county = await makeCounty(installation, { name: 'YOLO', staff: { reviewer: ['reviewer'] } });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  const file = await sampleFile({ county: 'YOLO', rows: 3_000, seed: 41, dirtyRate: 0 });
  const bytes = Buffer.from(withPeople(readFileSync(file.path, 'utf8')));
  await importFile(county.people.admin.client, { name: 'yolo.dat', bytes });
  ({ faults, page } = await signedIn(browser, installation.base, county.people.reviewer.email, PASSWORD));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const box = () => page.getByRole('search').getByRole('searchbox');
const results = () => page.getByRole('list', { name: 'People found' });
const main = () => page.getByRole('main').innerText();
async function search(text: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
const personShown = () => page.getByRole('heading', { name: /ZAMBRANO-HERRERA/, level: 1 }).waitFor();

/** Something is decided and entered about the person, so that the page has all of it. */
async function workOnPerson(): Promise<void> {
  const { client } = county.people.reviewer;
  const { body } = await client.post<PeopleFound>('/api/people/search', { text: 'zambrano jose' });
  const [first] = await convictionsOf(client, { personId: body.people[0]?.id ?? '' });
  const fact = { kind: 'offense_date', date: '1953-12-01' };
  const source = { source: 'docket', reference: 'Docket 53-1204, page 2' };
  const { version = 0, id = '' } = first ?? {};
  expect((await client.post(`/api/convictions/${id}/facts`, { version, fact, ...source })).status).toBe(200);
  const seen = await viewOf(client, id);
  expect((await recommend(client, seen, 'exclude', 'The file is too thin to act on.')).status).toBe(200);
}

describe('somebody who finds a person in a real browser', () => {
  story('by a misspelled name, by a number without its hyphen, and sees everything about the person', (step) => {
    step('a misspelled name, from any page and by keyboard alone', async () => {
      await workOnPerson();
      await page.getByRole('link', { name: /^Queue/ }).click();
      await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor();
      await page.getByRole('main').focus();
      await search('sambrano jose');
      await results().waitFor();
      expect(await results().getByRole('listitem').first().innerText()).toContain('ZAMBRANO-HERRERA');
      expect(await results().innerText()).toContain('Similar spelling');
      expect(await results().innerText()).not.toContain('A71000001');
      await everyLook(page, shot, 'found');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      await personShown();
    });
    step('everything about the person is on the page, and none of it in the address', async () => {
      for (const name of ['Person', 'Convictions', 'Facts entered by people', 'History']) {
        await page.getByRole('region', { name }).waitFor();
      }
      const text = await main();
      for (const said of ['yolo.dat', 'The file is too thin to act on.', 'Docket 53-1204, page 2', 'Fact entered']) {
        expect(text).toContain(said);
      }
      expect(text).not.toContain('A71000001');
      await everyLook(page, shot, 'person');
      expect(page.url()).not.toMatch(/zambrano|sambrano/i);
    });
    step('it prints on one page, light, from a dark screen', async () => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      // As wide as the paper between its margins.
      await page.setViewportSize({ width: 710, height: 942 });
      await page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'light');
      await shot(page, 'printed', { fullPage: true });
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
      const paper = await page.pdf({ format: 'Letter', path: join(folder, 'person.pdf'), preferCSSPageSize: true });
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
      await page.setViewportSize({ width: 1366, height: 820 });
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    });
    step('a case number without its hyphen, from the page of a person', async () => {
      await search('QZX0571204');
      await results().waitFor();
      expect(await results().getByRole('listitem').count()).toBe(1);
      await results().getByRole('link').click();
      await personShown();
      expect(page.url()).not.toContain('QZX');
    });
    step('nothing and a percent sign are answered where one is, and nothing is lost', async () => {
      const address = page.url();
      for (const text of ['%', '   ']) {
        await box().fill('');
        await page.getByRole('main').focus();
        await search(text);
        await page.getByRole('alert').getByText('Type a name, a case number or a CII.').waitFor();
        expect(await box().inputValue()).toBe(text);
        expect(page.url()).toBe(address);
        await personShown();
      }
      await shot(page, 'nothing to search for');
    });
    step('a single letter and a date of birth alone are told what to add', async () => {
      await page.getByRole('main').focus();
      await search('z');
      await page.getByRole('alert').getByText('There is nothing to search for.').waitFor();
      expect(await box().inputValue()).toBe('z');
      await search('3/2/1979');
      await page.getByRole('alert').getByText('Add a name to it.').waitFor();
      // Not in every look: where the width changes the box moves to another place, and what is typed meanwhile is lost.
      await shot(page, 'birth alone');
    });
    step('nobody is found, and what can be tried is said', async () => {
      await box().fill('');
      await page.getByRole('main').focus();
      await search('nobodyatallhere');
      await page.getByRole('heading', { name: 'No person found' }).waitFor();
      await everyLook(page, shot, 'nobody');
      expect(faults).toEqual([]);
    });
  });
});
