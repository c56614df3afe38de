import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { ConvictionRow, Determination, ImpactView } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile, type SampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { atRest } from './at-rest.ts';
import { camera, openBrowser, signedIn } from './browser.ts';

const shot = camera('trace-and-impact');
let installation: Installation;
let browser: Browser;
let county: County<'reviewer'>;
let file: SampleFile;

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  browser = await openBrowser();
  county = await makeCounty(installation, { name: 'YOLO', staff: { reviewer: ['reviewer'] } });
  await publishPolicy(county.people.admin.client, 'la-2020');
  file = await sampleFile({ county: 'YOLO', rows: 5_000, name: 'yolo.dat' });
  await importFile(county.people.admin.client, file.path);
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const as = (who: 'admin' | 'reviewer') => signedIn(browser, installation.base, county.people[who].email, PASSWORD);
const localhost = () => installation.base.replace('127.0.0.1', 'localhost');
const convictions = async (filter: object) => {
  const asked = new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,0]' });
  const { body } = await county.people.reviewer.client.get<ConvictionRow[]>(`/api/convictions?${asked.toString()}`);
  const [found] = body;
  if (!found) throw new Error(`There is no such conviction: ${JSON.stringify(filter)}`);
  return found;
};
/** One address to another within the page: a hash alone loads nothing anew. */
const open = async (page: Page, path: string) => {
  await page.goto(`${localhost()}/#${path}`);
};
const impactNow = async () => (await county.people.reviewer.client.get<ImpactView>('/api/impact')).body;
/** The figures once they are counted. */
const impactCounted = () =>
  until(async () => {
    const view = await impactNow();
    return view.state === 'done' && !view.stale ? view.impact : undefined;
  });

describe('the trace and the impact, in a real browser', () => {
  it('says before anything is imported what has to come first', async () => {
    const { people } = await makeCounty(installation, { name: 'COLUSA', staff: { reviewer: ['reviewer'] } });
    await publishPolicy(people.admin.client, 'la-2020');
    const { page, faults } = await signedIn(browser, installation.base, people.reviewer.email, PASSWORD);
    await page.getByRole('navigation').first().getByRole('link', { name: 'Impact' }).click();
    await page.getByText('No file is imported yet').waitFor();
    await shot(page, 'impact before a file');
    expect(faults).toEqual([]);
  });

  it('a value leads to its cell in the file, and back', async () => {
    const { id } = await convictions({ ruleId: ['ten-years-felony-free'], severity: ['felony'] });
    const { page, faults } = await as('reviewer');
    await open(page, `/convictions/${id}/show`);
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    await page.getByRole('link', { name: 'Whole, for print' }).click();
    await page.getByRole('heading', { name: 'The cells that were read' }).waitFor();
    await shot(page, 'trace');
    const value = page
      .getByRole('region', { name: 'Rules tried' })
      .getByRole('button', { name: / · Date of birth$/ })
      .first();
    const line = /line ([\d,]+)/.exec(await value.innerText())?.[1]?.replace(',', '') ?? '';
    await value.click();
    const cell = page.locator(`#cell-${line}-PRI_DOB`);
    await until(async () => (await cell.evaluate((node) => node === document.activeElement)) || undefined);
    const written = readFileSync(file.path, 'latin1').split('\n')[Number(line) - 1] ?? '';
    const birth = /\b\d{8}\b/.exec(await cell.innerText())?.[0] ?? 'none';
    expect(written).toContain(birth);
    // The way there is smooth; the picture is of its end.
    await atRest(page);
    await shot(page, 'value and its cell');
    await cell.getByRole('button', { name: 'Back to the reason' }).click();
    expect(await value.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
  });

  it('the determination made again is the same to the last byte', async () => {
    const { id } = await convictions({ outcome: ['dismiss'] });
    const { page, faults } = await as('reviewer');
    await open(page, `/convictions/${id}/trace`);
    await page.getByRole('button', { name: 'Recompute now' }).click();
    await page
      .getByText(/^Identical: recomputed just now .* with policy version 1, as of .*; every byte the same\.$/)
      .waitFor();
    await shot(page, 'recomputed');
    // What nobody can do through the product, nor as the owner of its tables: only so is there a difference to show.
    const { superUrl } = installation.database;
    const [made] = await query<{ body: Buffer }>(superUrl, `SELECT body FROM determination WHERE conviction_id = $1`, [
      id,
    ]);
    if (!made) throw new Error('There is no determination to change.');
    const text = zstdDecompressSync(made.body).toString().replaceAll('"result":true', '"result":false');
    const forged = zstdCompressSync(text).toString('hex');
    await query(
      superUrl,
      `SET session_replication_role = replica;
       UPDATE determination SET body = '\\x${forged}' WHERE conviction_id = '${id}'`,
    );
    await page.getByRole('button', { name: 'Recompute now' }).click();
    await page.getByText(/^Not identical:/).waitFor();
    await page.getByRole('group', { name: 'The differences, as a table' }).waitFor();
    await shot(page, 'recomputed otherwise');
    expect(faults).toEqual([]);
  });

  it('prints whole and light from a dark screen', async () => {
    const { id } = await convictions({ ruleId: ['ten-years-felony-free'], severity: ['felony'] });
    const { page, faults } = await as('reviewer');
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, `/convictions/${id}/trace`);
    await page.getByRole('heading', { name: 'The cells that were read' }).waitFor();
    await shot(page, 'trace in the dark');
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await page.getByText(/^Digest of the history/).waitFor();
    await shot(page, 'trace on paper');
    const ink = await page.getByRole('heading', { level: 1 }).evaluate((node) => getComputedStyle(node).color);
    expect(Math.max(...(ink.match(/\d+/g) ?? []).slice(0, 3).map(Number))).toBeLessThan(80);
    const paper = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');
    const { body } = await county.people.reviewer.client.get<{ determination: Determination }>(
      `/api/convictions/${id}/trace`,
    );
    for (const step of body.determination.trace.steps) expect(paper).toContain(step.title.replace(/\.$/, ''));
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(faults).toEqual([]);
  });

  it('a flag names the day and the row that raised it', async () => {
    const { id } = await convictions({ flag: ['super_strike'] });
    const { page } = await as('reviewer');
    await open(page, `/convictions/${id}/show`);
    const flags = page.getByRole('region', { name: 'Person' });
    await flags.getByText('Super-strike').waitFor();
    const row = flags.getByRole('button', { name: / · Offense$/ }).first();
    await row.click();
    await page.getByRole('button', { name: 'Back to the reason' }).waitFor();
    await shot(page, 'flag and its row');
    expect(await flags.innerText()).toMatch(/[A-Z][a-z]{2} \d{1,2}, \d{4}/);
  });
});

describe('the figures of the impact', () => {
  it('agree with what was counted, and each says what it counts', async () => {
    const counted = await impactCounted();
    const { page, faults } = await as('reviewer');
    await open(page, '/impact');
    await page.getByRole('heading', { name: 'Convictions by outcome' }).waitFor();
    await shot(page, 'impact');
    const told = async (label: string) =>
      (
        await page.getByRole('term').filter({ hasText: label }).locator('xpath=..').getByRole('definition').innerText()
      ).split('\n');
    const figures: readonly (readonly [string, number, string])[] = [
      ['People with any relief', counted.people.withRelief, counted.countingRules.withRelief],
      ['People with no felony left', counted.people.noFelonyLeft, counted.countingRules.noFelonyLeft],
      ['People with no conviction left', counted.people.noConvictionLeft, counted.countingRules.noConvictionLeft],
      ['Felonies', counted.felonies, counted.countingRules.felonies],
    ];
    for (const [label, value, rule] of figures) {
      const said = (await told(label)).join(' ');
      expect(said.startsWith(value.toLocaleString('en-US'))).toBe(true);
      expect(said.toLowerCase()).toContain(rule.toLowerCase());
    }
    const head = page.getByRole('main').locator('header');
    await head.getByRole('link', { name: 'yolo.dat' }).waitFor();
    expect(await head.innerText()).toContain('version 1, as of');
    expect(faults).toEqual([]);
  });

  it('leave as CSV with the same totals, small ones not told where they are published', async () => {
    const impact = await impactCounted();
    const { page, faults } = await as('reviewer');
    await open(page, '/impact');
    const figures = parse(await downloaded(page, /^All figures as CSV/));
    expect(Number(figures.get('Convictions'))).toBe(impact.convictions);
    for (const dimension of ['section', 'severity', 'decade', 'race', 'age', 'agency']) {
      const parts = [...figures].filter(([name]) => name.startsWith(`Convictions by ${dimension}: `));
      expect(parts.length).toBeGreaterThan(0);
      expect(parts.reduce((sum, [, value]) => sum + Number(value), 0)).toBe(impact.convictions);
    }
    // It follows the address, so it turns a moment after the click.
    await page.getByRole('switch').click();
    const published = parse(await downloaded(page, /for publication$/));
    await shot(page, 'impact for publication');
    expect([...figures.values()].some((value) => Number(value) > 0 && Number(value) < 11)).toBe(true);
    expect([...published.values()].some((value) => Number(value) > 0 && Number(value) < 11)).toBe(false);
    expect([...published.values()]).toContain('fewer than 11');
    expect(await page.getByRole('main').innerText()).toContain('fewer than 11');
    expect(faults).toEqual([]);
  });

  it('print light on two sheets, from a phone or the dark as well', async () => {
    const { page, faults } = await as('reviewer');
    await open(page, '/impact');
    await page.getByRole('heading', { name: 'Convictions by outcome' }).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await atRest(page);
    await shot(page, 'impact in the dark');
    const pdf = (await page.pdf({ format: 'Letter', printBackground: true })).toString('latin1');
    expect(/\/Type \/Pages[^>]*\/Count (\d+)/.exec(pdf)?.[1] ?? /\/Count (\d+)/.exec(pdf)?.[1]).toBe('2');
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await shot(page, 'impact on paper');
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
    await page.setViewportSize({ width: 400, height: 820 });
    await shot(page, 'impact on a phone');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});

async function downloaded(page: Page, name: RegExp): Promise<string> {
  const link = page.getByRole('link', { name });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await download.path(), 'utf8');
}

/** The figures of the CSV by their names. No name or value holds a quote. */
function parse(csv: string): ReadonlyMap<string, string> {
  const [, ...lines] = csv.trimEnd().split('\r\n');
  return new Map(
    lines.map((line) => {
      const [name = '', value = ''] = (line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).map((cell) =>
        cell.replace(/,$/, '').replace(/^"|"$/g, ''),
      );
      return [name, value];
    }),
  );
}
