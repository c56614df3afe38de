import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditLogState, ConvictionFilter } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { entriesOf } from '../flow/bundle.ts';
import { lookAt } from '../flow/deciding.ts';
import { manyConvictions } from '../flow/many-convictions.ts';
import { faultsOf } from '../flow/oracle.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { query } from '../support/database.ts';
import { root } from '../support/installation.ts';
import { startProcesses, type Processes } from '../support/processes.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';
import { goodByKeyboard, lookedAt } from './sample-keys.ts';

/** `CLEARANCE_CONVICTIONS=60000` makes it as many as the office that this product comes from dismissed at once. */
const COUNT = Number(process.env['CLEARANCE_CONVICTIONS'] ?? 2_000);
const words = COUNT.toLocaleString('en-US');
const UNDONE = 10;
const rest = (COUNT - UNDONE).toLocaleString('en-US');
const shot = camera('sixty-thousand');
const staff = { reviewer: ['reviewer'], approver: ['approver'], auditor: ['compliance'] } as const;

let installation: Processes;
let browser: Browser;
let county: County<keyof typeof staff>;
let approver: Page;
let batch: string;
let bundle: string;
const faults: string[] = [];

async function as(who: keyof typeof staff | 'admin'): Promise<Page> {
  const opened = await signedIn(browser, installation.base, county.people[who].email, PASSWORD);
  opened.page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`));
  opened.page.on('response', (answer) => {
    if (answer.status() >= 400) faults.push(`${who}: ${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  return opened.page;
}
const goTo = (page: Page, name: RegExp) => page.getByRole('navigation').first().getByRole('link', { name }).click();
const countOf = async (filter: ConvictionFilter) => (await lookAt(county.people.approver.client, filter)).count;

/** Watches a bulk review until it is over: the bar only ever grows, and never past the whole. */
async function watched(page: Page): Promise<void> {
  // The address is there before its page is: until then the bar is the one of the sample, which is full.
  await page.getByRole('main').getByText('In the set', { exact: true }).waitFor();
  const bar = page.getByRole('main').getByRole('progressbar');
  let last = 0;
  await until(async () => {
    const [told] = await bar.evaluateAll((bars) => bars.map((one) => one.getAttribute('aria-valuenow')));
    const now = Number(told ?? last);
    expect(now).toBeGreaterThanOrEqual(last);
    expect(now).toBeLessThanOrEqual(100);
    last = now;
    return (await page.getByRole('main').getByText('Done', { exact: true }).count()) > 0;
  });
}

beforeAll(async () => {
  installation = await startProcesses({ workers: 2 });
  browser = await openBrowser();
  county = await makeCounty(installation, { name: 'LOS ANGELES', staff });
  await publishPolicy(county.people.admin.client, 'prop64-dismiss-all');
  await importFile(county.people.admin.client, await manyConvictions('LOS ANGELES', COUNT));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

story(`${words} convictions, in a real browser`, (step) => {
  step('can be taken back for four hours after their approval, as the administrator says', async () => {
    const page = await as('admin');
    await goTo(page, /^How we work/);
    await page.getByLabel('An approval can be taken back for').click();
    await page.getByRole('option', { name: '4 hours', exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Change it for everybody' }).click();
    await page.getByText('Nothing is changed.').waitFor();
    await shot(page, 'four hours');
  });

  step('are recommended as one group by a reviewer', async () => {
    const page = await as('reviewer');
    await shot(page, 'home of the reviewer', { fullPage: true });
    await goTo(page, /^Queue/);
    await page.getByRole('link', { name: `Recommend dismissal for ${words}` }).waitFor();
    await shot(page, 'queue', { fullPage: true });
    await page.getByRole('link', { name: `Recommend dismissal for ${words}` }).click();
    const recommend = page.getByRole('button', { name: `Recommend dismissal for ${words}` });
    await recommend.waitFor();
    await shot(page, 'recommend', { fullPage: true });
    await recommend.click();
    await page.waitForURL(/bulk-reviews\/[0-9a-f-]+\/show/);
    await shot(page, 'recommending');
    await watched(page);
    await page.getByText(/They wait for an approver/).waitFor();
    await shot(page, 'recommended');
  });

  step('are signed by an approver, after a sample gone through by keyboard', async () => {
    approver = await as('approver');
    await shot(approver, 'home of the approver', { fullPage: true });
    await goTo(approver, /^Approvals/);
    await approver.getByRole('link', { name: `Review ${words} for approval` }).waitFor();
    await shot(approver, 'approvals', { fullPage: true });
    await approver.getByRole('link', { name: `Review ${words} for approval` }).click();
    await approver.getByText(/^The sample has to show, with 95% confidence/).waitFor();
    await shot(approver, 'sample drawn', { fullPage: true });
    const { all } = await lookedAt(approver);
    await approver.keyboard.press('Enter');
    await approver.getByRole('heading', { name: 'Why' }).waitFor();
    await goodByKeyboard(approver, Math.floor(all / 2));
    await everyLook(approver, shot, 'sample half way');
    await goodByKeyboard(approver);
    await approver.getByLabel(`Type ${words} to approve`).fill(words);
    await everyLook(approver, shot, 'ready to sign');
    await approver.getByRole('button', { name: `Approve the dismissal of ${words}` }).click();
    await approver.waitForURL(/bulk-reviews\/[0-9a-f-]+\/show/);
    batch = approver.url();
    await shot(approver, 'approving');
    await watched(approver);
    await approver.getByText(/can still be taken back; released in 4 hours/).waitFor();
    await everyLook(approver, shot, 'approved');
    expect(await countOf({ state: ['approved'] })).toBe(COUNT);
  });

  step(`are taken back one by one in ${UNDONE} cases, by keyboard`, async () => {
    await approver.getByRole('link', { name: 'Show these convictions' }).click();
    await approver.getByRole('row').nth(1).waitFor();
    await shot(approver, 'the batch as a list');
    await approver.keyboard.press('Enter');
    for (let at = 1; at <= UNDONE; at += 1) {
      await approver.getByText(/the approval can be taken back/).waitFor();
      const row = new URL(approver.url()).hash;
      const dialog = approver.getByRole('dialog');
      await until(
        async () => {
          // A key that comes before the record is there is not heard; a person presses it again.
          if (!(await dialog.isVisible())) await approver.keyboard.press('u');
          return dialog.isVisible();
        },
        { every: 200 },
      );
      await dialog.getByText('Approved by mistake.').click();
      if (at === 1) await shot(approver, 'take one back', { fullPage: true });
      await dialog.getByRole('button', { name: 'Take the approval back' }).click();
      await dialog.waitFor({ state: 'detached' });
      await approver.waitForURL((url) => url.hash !== row);
    }
    await shot(approver, 'ten taken back');
    expect(await countOf({ state: ['recommended'] })).toBe(UNDONE);
    await approver.goto(batch);
    await approver.getByText(`${rest} convictions of it can still be taken back`).waitFor();
    await shot(approver, 'without the ten', { fullPage: true });
  });

  step('are released when the four hours are over, but for the ten', async () => {
    // As if the hours had gone by: no clock of the product is changed.
    await query(
      installation.database.superUrl,
      `UPDATE conviction SET releases_at = releases_at - make_interval(hours => 4)`,
    );
    await until(async () => (await countOf({ state: ['released'] })) === COUNT - UNDONE, {
      moves: () => countOf({ state: ['released'] }),
    });
    expect(await countOf({ state: ['recommended'] })).toBe(UNDONE);
    await approver.reload();
    await approver.getByText('Nothing of it can be taken back any more.').waitFor();
    expect(await approver.getByText('Taken back', { exact: true }).locator('xpath=..').innerText()).toContain(
      `${UNDONE}`,
    );
    expect(await approver.getByText('Final', { exact: true }).locator('xpath=..').innerText()).toContain(rest);
    await everyLook(approver, shot, 'released');
    await goTo(approver, /^Queue/);
    await approver.getByText(`${UNDONE} that others recommended wait for your signature`).waitFor();
    await shot(approver, 'the queue of an approver');
    await goTo(approver, /^Home/);
    await approver.getByText('Released').first().waitFor();
    await shot(approver, 'home after the release', { fullPage: true });
    expect(await faultsOf(installation.database.superUrl, county.id)).toEqual([]);
  });

  step('are each on the log that the compliance officer exports', async () => {
    const page = await as('auditor');
    await shot(page, 'home of the compliance officer', { fullPage: true });
    await goTo(page, /^Exports/);
    await page.getByRole('main').getByRole('link', { name: 'New export' }).first().click();
    await page.getByLabel('Purpose').fill('The dismissals of this year, for the court');
    await page.getByRole('button', { name: /^Make the export/ }).click();
    await page.waitForURL(/audit-exports\/[0-9a-f-]+\/show/);
    await shot(page, 'exporting');
    const link = page.getByRole('link', { name: /^Download everything/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    bundle = join(installation.folder, 'audit-log.zip');
    await download.saveAs(bundle);
    await page.getByText('1', { exact: true }).first().waitFor();
    await shot(page, 'exported', { fullPage: true });
  });

  step('are proved by the command, which has no network and nothing but the file and the key', async () => {
    const { body } = await county.people.auditor.client.get<AuditLogState>('/api/audit-log');
    const key = join(installation.folder, 'given.pub');
    writeFileSync(key, `${body.keys[0]?.text}\n`);
    const program = [process.execPath, join(root, 'apps/cli/dist/main.js'), 'verify', bundle, '--key', key];
    // Without leave to make a network of its own the command runs as it is; it opens no connection either way.
    const alone = spawnSync('unshare', ['--net', 'true']).status === 0 ? ['unshare', '--net'] : [];
    const [command = '', ...args] = [...alone, ...program];
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env: {} });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [, proved = ''] = /: proved: the ([\d,]+) entries are all from 1 to \1, unchanged/.exec(stdout) ?? [];
    const all = Number(proved.replaceAll(',', ''));
    expect(all).toBeGreaterThan(3 * COUNT);
    const counted = new Map<string, Set<string>>();
    let entries = 0;
    for await (const { action, target } of entriesOf(bundle)) {
      entries += 1;
      counted.set(action, (counted.get(action) ?? new Set()).add(target.id));
    }
    expect(entries).toBe(all);
    expect(counted.get('approval.approve')?.size).toBe(COUNT);
    expect(counted.get('conviction.release')?.size).toBe(COUNT - UNDONE);
    expect(faults).toEqual([]);
  });
});
