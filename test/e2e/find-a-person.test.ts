import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPeople } from '../flow/people-to-find.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { root, startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';

const shot = camera('find-a-person');
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
async function search(text: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe('somebody who finds a person in a real browser', () => {
  it('by a misspelled name, by keyboard alone, and sees everything about the person', async () => {
    await search('sambrano jose');
    await results().waitFor();
    expect(await results().getByRole('listitem').first().innerText()).toContain('ZAMBRANO-HERRERA');
    expect(await results().innerText()).toContain('Similar spelling');
    await everyLook(page, shot, 'found');
    await page.getByRole('main').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /ZAMBRANO-HERRERA/, level: 1 }).waitFor();
    for (const name of ['Person', 'Convictions', 'History']) await page.getByRole('region', { name }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('yolo.dat');
    await everyLook(page, shot, 'person');
    expect(page.url()).not.toMatch(/zambrano|sambrano/i);
  });

  it('by a case number without its hyphen, from the page of a person', async () => {
    await search('QZX0571204');
    await results().waitFor();
    expect(await results().getByRole('listitem').count()).toBe(1);
    await results().getByRole('link').click();
    await page.getByRole('heading', { name: /ZAMBRANO-HERRERA/, level: 1 }).waitFor();
    expect(page.url()).not.toContain('QZX');
  });

  it('prints an ordinary person on one page', async () => {
    await page.emulateMedia({ media: 'print' });
    const folder = join(root, 'test-output', 'find-a-person');
    mkdirSync(folder, { recursive: true });
    const paper = await page.pdf({ format: 'Letter', path: join(folder, 'person.pdf'), preferCSSPageSize: true });
    await page.emulateMedia({ media: 'screen' });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  });

  it('is told what to type instead of nothing and of a percent sign, and that nobody was found', async () => {
    for (const text of ['%', '   ']) {
      await search(text);
      await page.getByRole('alert').getByText('There is nothing to search for.').waitFor();
      expect(await box().inputValue()).toBe(text);
    }
    await shot(page, 'nothing to search for');
    await search('nobodyatallhere');
    await page.getByRole('heading', { name: 'No person found' }).waitFor();
    await everyLook(page, shot, 'nobody');
    expect(faults).toEqual([]);
  });
});
