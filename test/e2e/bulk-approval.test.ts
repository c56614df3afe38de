import type { ConvictionFilter, Stats } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { bulkDone, lookAt, startBulk } from '../flow/deciding.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { violationsOf } from './axe.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';
import { goodByKeyboard, goodOf, lookedAt } from './sample-keys.ts';

const shot = camera('bulk-approval');
let installation: Installation;
let browser: Browser;
let county: County<'reviewer' | 'approver'>;
let faults: string[];
let page: Page;

const ready: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const waiting: ConvictionFilter = { state: ['recommended'] };
const funnel = async (key: string) =>
  (await county.people.approver.client.get<Stats>('/api/stats')).body.funnel.find((step) => step.key === key)?.count;
const open = (path: string) => page.goto(`${installation.base.replace('127.0.0.1', 'localhost')}/#${path}`);
const openSet = (verb: string, filter: ConvictionFilter) =>
  open(`/bulk-reviews/create?${new URLSearchParams({ verb, filter: JSON.stringify(filter) }).toString()}`);

/** Once all of a record is there, its name stands below the bar with the finding, in the window. */
async function expectNameInSight(): Promise<void> {
  await goodOf(page).waitFor();
  const sample = page.getByRole('region', { name: 'Sample' });
  const [bar, name] = [sample.getByRole('region', { name: 'Your finding' }), sample.getByRole('heading', { level: 1 })];
  const [over, at] = [await bar.boundingBox(), await name.boundingBox()];
  expect(at?.y).toBeGreaterThanOrEqual((over?.y ?? 0) + (over?.height ?? 0) - 1);
  expect((at?.y ?? Infinity) + (at?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 0);
}

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  browser = await openBrowser();
  county = await makeCounty(installation, {
    name: 'SAN JOAQUIN',
    staff: { reviewer: ['reviewer'], approver: ['approver'] },
  });
  const { admin, reviewer } = county.people;
  await publishPolicy(admin.client, 'prop64-dismiss-all');
  const file = await sampleFile({ county: 'SAN JOAQUIN', rows: 3_000, dirtyRate: 0.001, name: 'bulk-approval.dat' });
  await importFile(admin.client, file.path);
  const seen = await lookAt(reviewer.client, ready);
  const { body } = await startBulk(reviewer.client, { verb: 'recommend', decision: 'dismiss' }, ready, seen);
  await bulkDone(reviewer.client, body.id);
  ({ page, faults } = await signedIn(browser, installation.base, county.people.approver.email, PASSWORD));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

story('a bulk approval, in a real browser', (step) => {
  step('begins with a sample that is looked at by keyboard, and grows when more is asked of it', async () => {
    await openSet('approve', waiting);
    await page.getByText(/^The sample has to show, with 95% confidence/).waitFor();
    await shot(page, 'what is asked', { fullPage: true });
    expect(await page.getByRole('button', { name: /^Approve the dismissal/ }).isDisabled()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    const before = await lookedAt(page);
    await page.getByRole('button', { name: 'Ask for more certainty' }).click();
    await shot(page, 'sizes shown beforehand');
    const more = page.getByRole('button', { name: /^Draw [\d,]+ more/ });
    const drawn = Number(/\d+/.exec((await more.innerText()).replace(',', ''))?.[0]);
    await more.click();
    await expect.poll(async () => (await lookedAt(page)).all).toBe(before.all + drawn);
    await page.getByRole('button', { name: 'Look at the first' }).click();
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    await goodByKeyboard(page, 3);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect((await lookedAt(page)).looked).toBe(3);
    await goodOf(page).waitFor();
    await shot(page, 'the record beside the sample');
    expect(await violationsOf(page)).toEqual([]);
  });

  step('begins every record at its name on a phone, wherever one stood in the last', async () => {
    await page.setViewportSize({ width: 400, height: 820 });
    await page.getByRole('button', { name: '← The whole set' }).click();
    await page.getByRole('button', { name: 'Go on where you stopped' }).click();
    await expectNameInSight();
    await shot(page, 'a record on a phone');
    for (let at = 0; at < 2; at += 1) {
      const { looked } = await lookedAt(page);
      await page.mouse.wheel(0, 2_000);
      await goodOf(page).click();
      await expect.poll(async () => (await lookedAt(page)).looked).toBe(looked + 1);
      await expectNameInSight();
    }
    await shot(page, 'the next record on a phone');
    await page.setViewportSize({ width: 1366, height: 820 });
  });

  step('stops at a defect, sends back what is like it, and goes on with the rest', async () => {
    const all = (await lookAt(county.people.approver.client, waiting)).count;
    await goodOf(page).waitFor();
    await page.keyboard.press('b');
    const why = page.getByRole('dialog').getByLabel('Why');
    await expect.poll(() => why.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('The disposition says dismissed already.');
    expect(await why.inputValue()).toBe('The disposition says dismissed already.');
    await page
      .getByRole('dialog')
      .getByText(/These [\d,]+ go back to the reviewers/)
      .waitFor();
    await shot(page, 'something is wrong');
    await page.getByRole('button', { name: /^Send these [\d,]+ back$/ }).click();
    await page.getByText(/^You found something wrong, so these/).waitFor();
    const goOn = page.getByRole('button', { name: /^Go on with the other/ });
    await goOn.waitFor();
    await shot(page, 'stopped by a defect');
    await goOn.click();
    await page.getByText(/^0 of [\d,]+ looked at$/).waitFor();
    const rest = (await lookAt(county.people.approver.client, waiting)).count;
    expect(rest).toBeLessThan(all);
    expect(await funnel('returned')).toBe(all - rest);
  });

  step('is signed with the count typed, and watched to its end', async () => {
    await page.getByRole('button', { name: 'Look at the first' }).click();
    await goodByKeyboard(page);
    await page.getByText(/and found nothing wrong/).waitFor();
    const { count } = await lookAt(county.people.approver.client, waiting);
    await page.getByLabel(/^Type [\d,]+ to approve/).fill(String(count));
    await shot(page, 'what the sample showed', { fullPage: true });
    await page.getByRole('button', { name: /^Approve/ }).click();
    await page.waitForURL(/bulk-reviews\/[0-9a-f-]+\/show/);
    await page.getByText(/When the time to take them back is over/).waitFor();
    await page.getByText(/can still be taken back; released in \d+ hours/).waitFor();
    await shot(page, 'approved and watched');
    expect(await violationsOf(page)).toEqual([]);
    await expect.poll(() => funnel('approved')).toBe(count);
  });

  step('is taken back for two convictions on their records, and then for all the others', async () => {
    const batch = page.url();
    for (let at = 0; at < 2; at += 1) {
      const [row] = (await lookAt(county.people.approver.client, { state: ['approved'] })).sample;
      await open(`/convictions/${row?.id}/show`);
      await page.getByText(/the approval can be taken back, with a reason/).waitFor();
      if (at === 0) await shot(page, 'an approved record');
      await page.keyboard.press('u');
      await page.getByRole('dialog').getByLabel('Why').fill('Approved by mistake.');
      await page.getByRole('dialog').getByRole('button', { name: 'Take the approval back' }).click();
      await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
    }
    expect(await funnel('recommended')).toBe(2);
    await page.goto(batch);
    await page.getByRole('button', { name: /^Take back the remaining/ }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('One like these was found wrong.');
    await shot(page, 'take back the remaining');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Take back the remaining/ })
      .click();
    await page.getByText(/They wait for an approver again/).waitFor();
    await shot(page, 'taken back');
    await expect.poll(() => funnel('approved')).toBe(0);
    expect(faults).toEqual([]);
  });

  step('leaves some, of which a reviewer withdraws what she recommended, all at once', async () => {
    const { page: hers, faults: wrong } = await signedIn(
      browser,
      installation.base,
      county.people.reviewer.email,
      PASSWORD,
    );
    await hers
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: /^Queue/ })
      .click();
    await hers.getByRole('link', { name: 'Recommended by me' }).click();
    await hers
      .getByRole('link', { name: /^Withdraw my/ })
      .first()
      .click();
    const withdraw = hers.getByRole('button', { name: /^Withdraw my/ });
    await withdraw.waitFor();
    await shot(hers, 'withdraw in bulk');
    await withdraw.click();
    await hers.getByText(/They are back in the queue/).waitFor();
    await shot(hers, 'withdrawn');
    expect(wrong).toEqual([]);
  });

  step('can be taken back for longer when the administrator says so, who reads first what it means', async () => {
    const { page: theirs } = await signedIn(browser, installation.base, county.people.admin.email, PASSWORD);
    await theirs.getByRole('navigation').first().getByRole('link', { name: 'How we work' }).click();
    await theirs.getByLabel('An approval can be taken back for').click();
    await theirs.getByRole('option', { name: '3 days' }).click();
    // The list fades out; half faded it is hard to read.
    await theirs.locator('[role=listbox]').waitFor({ state: 'detached' });
    await theirs.getByRole('link', { name: 'People' }).click();
    await theirs.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    await everyLook(theirs, shot, 'leaving without saving');
    await theirs.getByRole('button', { name: 'Stay here' }).click();
    await theirs.getByRole('dialog').waitFor({ state: 'detached' });
    await shot(theirs, 'settings');
    expect(await violationsOf(theirs)).toEqual([]);
    await theirs.getByRole('button', { name: 'Save' }).click();
    await theirs.getByText(/can be taken back for 3 days. Until now it was 24 hours/).waitFor();
    await everyLook(theirs, shot, 'settings consequence');
    await theirs.getByRole('button', { name: 'Change it for everybody' }).click();
    await theirs.getByText('Nothing is changed.').waitFor();
    const { body } = await county.people.admin.client.get<{ undoHours: number }>('/api/settings');
    expect(body.undoHours).toBe(72);
  });
});
