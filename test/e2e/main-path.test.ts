import { readFileSync } from 'node:fs';
import type { Stats } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile, type SampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { goodByKeyboard } from './sample-keys.ts';

const shot = camera('main-path');
let installation: Installation;
let browser: Browser;
let county: County<'reviewer' | 'approver' | 'compliance'>;
let file: SampleFile;

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  browser = await openBrowser();
  county = await makeCounty(installation, {
    name: 'SAN JOAQUIN',
    staff: { reviewer: ['reviewer'], approver: ['approver'], compliance: ['compliance'] },
  });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  file = await sampleFile({ county: 'SAN JOAQUIN', rows: 6_000, dirtyRate: 0.001, name: 'san-joaquin.dat' });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const as = (who: 'admin' | 'reviewer' | 'approver' | 'compliance') =>
  signedIn(browser, installation.base, county.people[who].email, PASSWORD);
const goTo = async (page: Page, name: string | RegExp) => {
  await page.getByRole('navigation').first().getByRole('link', { name }).click();
};

story('the main path, in a real browser', (step) => {
  step('an administrator drops the file and watches it finish', async () => {
    const { page, faults } = await as('admin');
    await shot(page, 'home of an empty county');
    await goTo(page, /^Imports/);
    await page.getByRole('heading', { name: 'Imports', level: 1 }).waitFor();
    await shot(page, 'imports empty');
    await dropFile(page, file.path);
    await page.getByRole('button', { name: /^(Send|Import|Upload)/ }).click();
    await page.waitForURL(/imports\/[0-9a-f-]+\/show/);
    await shot(page, 'import running');
    await page.getByText('Every conviction was evaluated.').waitFor();
    await shot(page, 'import done');
    expect(await page.getByRole('main').innerText()).toContain(file.totals.people.toLocaleString('en-US'));
    await goTo(page, /^Home/);
    await page.getByText('Where the convictions stand').waitFor();
    await shot(page, 'home after the import');
    expect(faults).toEqual([]);
  });

  step('a reviewer looks at a record and its trace, and recommends a group', async () => {
    const { page, faults } = await as('reviewer');
    await goTo(page, /^Queue/);
    await page
      .getByText(/^Recommend dismissal for/)
      .first()
      .waitFor();
    await shot(page, 'queue in groups');
    await page.getByText('List', { exact: true }).click();
    await page.getByRole('table').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    await shot(page, 'record beside the list');
    await page.getByLabel('Open as a page').click();
    await page.getByText('Unfold all').click();
    await shot(page, 'record with its trace');
    const why = await page.getByRole('main').innerText();
    expect(why).toContain('The policy says');
    expect(why).toMatch(/HS 1135\d|HS 11360/);
    await goTo(page, /^Queue/);
    await page.getByText('Groups', { exact: true }).click();
    await page
      .getByText(/^Recommend dismissal for/)
      .first()
      .click();
    await page.getByText(/go to approval/).waitFor();
    await shot(page, 'recommend a group');
    await page.getByRole('button', { name: /^Recommend dismissal for/ }).click();
    await page.waitForURL(/bulk-reviews\/[0-9a-f-]+\/show/);
    await page.getByText(/They wait for an approver/).waitFor();
    await shot(page, 'recommended');
    expect(faults).toEqual([]);
  });

  step('an approver looks at the sample and approves the group in bulk', async () => {
    const { page, faults } = await as('approver');
    await goTo(page, /^Approvals/);
    const review = page.getByText(/^Review [\d,]+ for approval/).first();
    await review.waitFor();
    await shot(page, 'approvals');
    await review.click();
    const sample = page.getByRole('region', { name: 'Sample' });
    expect(await page.getByRole('button', { name: /^Approve the dismissal/ }).isDisabled()).toBe(true);
    await sample.getByRole('button', { name: 'Look at the first' }).click();
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    await shot(page, 'a record of the sample');
    await goodByKeyboard(page);
    await page.getByText(/found nothing wrong/).waitFor();
    const typed = page.getByLabel(/^Type [\d,]+ to approve/);
    const wanted =
      /Type ([\d,]+) to approve/.exec(await page.getByRole('region', { name: 'Decide' }).innerText())?.[1] ?? '';
    await typed.fill(wanted.replace(',', ''));
    await shot(page, 'approve a group');
    await page.getByRole('button', { name: /^Approve the dismissal/ }).click();
    await page.waitForURL(/bulk-reviews\/[0-9a-f-]+\/show/);
    await page.getByText(/When the time to take them back is over/).waitFor();
    await shot(page, 'approved');
    const stats = await county.people.approver.client.get<Stats>('/api/stats');
    const approved = stats.body.funnel.find((step) => step.key === 'approved')?.count;
    expect(approved).toBe(Number(wanted.replace(',', '')));
    expect(faults).toEqual([]);
  });

  step('a compliance officer verifies the log, exports it as CSV and opens it', async () => {
    const { page, faults } = await as('compliance');
    await goTo(page, /^Audit log/);
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText(/^All [\d,]+ entries fit/).waitFor();
    await shot(page, 'audit log verified');
    await goTo(page, /^Exports/);
    await shot(page, 'exports empty');
    await page.getByRole('main').getByRole('link', { name: 'New export' }).first().click();
    await page.getByLabel('Purpose').fill('Quarterly review of the main path');
    await shot(page, 'a new export');
    await page.getByRole('button', { name: /^Make the export/ }).click();
    await page.waitForURL(/audit-exports\/[0-9a-f-]+\/show/);
    await page.getByText('More: single files and their checksums').click();
    const link = page.getByRole('link', { name: 'CSV', exact: true });
    await link.waitFor();
    await shot(page, 'export done');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const csv = readFileSync(await download.path(), 'utf8');
    const lines = csv.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^sequence,time,actor/);
    expect(lines.filter((line) => line.includes('approval.approve')).length).toBeGreaterThan(100);
    expect(lines.some((line) => /(^|,)[=+@]/.test(line))).toBe(false);
    expect(faults).toEqual([]);
  });
});

/** Drops the file on the page as a person with a mouse does. */
async function dropFile(page: Page, path: string): Promise<void> {
  const bytes = readFileSync(path).toString('base64');
  const transfer = await page.evaluateHandle(
    ([text, name]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(text ?? ''), (c) => c.charCodeAt(0))], name ?? ''));
      return data;
    },
    [bytes, 'san-joaquin.dat'],
  );
  const zone = page.getByText('Drop the state’s file here');
  for (const type of ['dragenter', 'dragover', 'drop']) await zone.dispatchEvent(type, { dataTransfer: transfer });
}
