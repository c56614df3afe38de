import type { ConvictionFilter, Stats } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bulkDone, convictionsOf, decideAll, lookAt, recommend, startBulk } from '../flow/deciding.ts';
import { manyConvictions } from '../flow/many-convictions.ts';
import type { Client } from '../support/client.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { violationsOf } from './axe.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';
import { goodByKeyboard, goodOf, lookedAt } from './sample-keys.ts';

const shot = camera('against-policy');
let installation: Installation;
let browser: Browser;
let county: County<'reviewer' | 'approver'>;
let faults: string[];
let page: Page;

const ready: ConvictionFilter = { state: ['evaluated'], outcome: ['dismiss'] };
const own: ConvictionFilter = { state: ['recommended'], decision: ['reduce'] };
const [found, justice] = ['The missing fact is in our case file.', 'In the interest of justice.'];
const funnel = async (key: string) =>
  (await county.people.approver.client.get<Stats>('/api/stats')).body.funnel.find((step) => step.key === key)?.count;
const at = (path: string) => `${installation.base.replace('127.0.0.1', 'localhost')}/#${path}`;
const open = (path: string) => page.goto(at(path));
const toApprove = `/bulk-reviews/create?${new URLSearchParams({ verb: 'approve', filter: JSON.stringify(own) }).toString()}`;

/** Fourteen that the policy dismisses, one by one, and all that it could not decide. */
async function recommendAgainstPolicy(client: Client): Promise<void> {
  for (const one of (await convictionsOf(client, ready)).slice(0, 14)) await recommend(client, one, 'reduce', justice);
  const undecided: ConvictionFilter = { state: ['evaluated'], outcome: ['needs_review'] };
  const act = { verb: 'recommend', decision: 'reduce', note: found } as const;
  const { body } = await startBulk(client, act, undecided, await lookAt(client, undecided));
  await bulkDone(client, body.id);
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
  const file = await sampleFile({ county: 'SAN JOAQUIN', rows: 3_000, dirtyRate: 0.001, name: 'against-policy.dat' });
  await importFile(admin.client, file.path);
  await recommendAgainstPolicy(reviewer.client);
  ({ page, faults } = await signedIn(browser, installation.base, county.people.approver.email, PASSWORD));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

story('a set that does not follow the policy, in a real browser', (step) => {
  step('says what the reviewers wrote, how many that are and why each is looked at', async () => {
    await open(toApprove);
    await page.getByText(/^None of these [\d,]+ follows the policy\.$/).waitFor();
    await page.getByText(`“${found}”`).waitFor();
    await page.getByText(`“${justice}”`).waitFor();
    await page.getByText('The policy could not decide').first().waitFor();
    await everyLook(page, shot, 'not the policy');
  });

  step('is looked at by keyboard, where a key that is held or pressed twice marks one record', async () => {
    await page.getByRole('button', { name: 'Look at the first' }).click();
    await goodOf(page).waitFor();
    for (let held = 0; held < 10; held += 1) await page.keyboard.down('g');
    await page.keyboard.up('g');
    await goodOf(page).waitFor();
    expect((await lookedAt(page)).looked).toBe(1);
    await page.keyboard.press('g');
    await page.keyboard.press('g');
    await page.getByText(/^2 of /).waitFor();
    // The second press came before the next record had stood there for a moment.
    for (let soon = 0; soon < 3; soon += 1) await page.keyboard.press('g');
    await goodOf(page).waitFor();
    expect((await lookedAt(page)).looked).toBe(2);
    await page.getByRole('button', { name: 'Previous of the sample' }).click();
    await page.getByText('You found nothing wrong with this one.').waitFor();
    await page.keyboard.press('n');
    await goodOf(page).waitFor();
    await everyLook(page, shot, 'looked at one by one');
    await page.keyboard.press('?');
    await page.getByText(/held down, it marks only one/).waitFor();
    await shot(page, 'keys of the sample');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Return all [\d,]+ with a reason/ }).click();
    await page.getByRole('button', { name: /^Return [\d,]+ to the reviewers/ }).waitFor();
    await shot(page, 'return instead');
    await page.reload();
    await page.getByRole('button', { name: 'Go on where you stopped' }).click();
    await goodOf(page).waitFor();
    expect((await lookedAt(page)).looked).toBe(2);
  });

  step(
    'is signed, and called by what was approved; each record names both people and the day of its release',
    async () => {
      await goodByKeyboard(page);
      const { count } = await lookAt(county.people.approver.client, own);
      await page.getByLabel(/^Type [\d,]+ to approve/).fill(String(count));
      await page.getByRole('button', { name: /^Approve the reduction/ }).click();
      await page.getByRole('heading', { name: /^Reduction · HS .* approved$/ }).waitFor();
      await page.getByText(/When the time to take them back is over/).waitFor();
      await everyLook(page, shot, 'called by what was approved');
      await open('/bulk-reviews');
      await page.getByText(/^Reduction · HS .* approved$/).waitFor();
      await everyLook(page, shot, 'bulk reviews');
      const [row] = (await lookAt(county.people.approver.client, { state: ['approved'] })).sample;
      await open(`/convictions/${row?.id}/show`);
      await page.getByText(/^Reduction recommended by .*, approved by .*, will be released on/).waitFor();
      await everyLook(page, shot, 'both names');
      expect(faults).toEqual([]);
    },
  );

  step('is withdrawn by whoever recommended it, who reads first what that leads to', async () => {
    await county.people.approver.client.post(
      `/api/bulk-reviews/${(await county.people.approver.client.get<{ id: string }[]>('/api/bulk-reviews?filter={"verb":"approve"}')).body[0]?.id}/undo`,
      { note: 'Again.' },
    );
    await until(async () => (await funnel('approved')) === 0);
    const { page: hers } = await signedIn(browser, installation.base, county.people.reviewer.email, PASSWORD);
    const [row] = (await lookAt(county.people.reviewer.client, own)).sample;
    await hers.goto(`${installation.base.replace('127.0.0.1', 'localhost')}/#/convictions/${row?.id}/show`);
    await hers.getByRole('button', { name: 'Withdraw' }).click();
    await hers
      .getByRole('dialog')
      .getByText(/no longer waits for approval/)
      .waitFor();
    expect(await violationsOf(hers)).toEqual([]);
    await shot(hers, 'withdraw one');
    await hers.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await hers.getByRole('button', { name: 'Ask for facts' }).waitFor();
    const { client } = county.people.reviewer;
    const { body } = await startBulk(
      client,
      { verb: 'recommend', decision: 'dismiss' },
      ready,
      await lookAt(client, ready),
    );
    await bulkDone(client, body.id);
    await hers.goto(`${installation.base.replace('127.0.0.1', 'localhost')}/#/bulk-reviews/${body.id}/show`);
    await hers.getByText(/of it still waits? for approval, so you can withdraw/).waitFor();
    await everyLook(hers, shot, 'a bulk recommendation of hers');
    await hers.getByRole('link', { name: /^Withdraw my/ }).click();
    await hers.getByText(/back to the queue. What you recommended stays/).waitFor();
  });
});

describe('a set of hundreds against the policy', () => {
  it('is shown in parts, and the record one is at is among them', async () => {
    const large = await makeCounty(installation, {
      name: 'COLUSA',
      staff: { reviewer: ['reviewer'], approver: ['approver'] },
    });
    const { admin, approver, reviewer } = large.people;
    await publishPolicy(admin.client, 'prop64-dismiss-all');
    await importFile(admin.client, await manyConvictions('COLUSA', 310));
    await decideAll(reviewer.client, { verb: 'recommend', decision: 'reduce', note: justice }, ready);
    const { page: theirs, faults: wrong } = await signedIn(browser, installation.base, approver.email, PASSWORD);
    const list = theirs.getByRole('listitem').filter({ has: theirs.getByRole('link', { name: /^Open / }) });
    await theirs.goto(at(toApprove));
    await theirs.getByText('1 to 300 of 310').waitFor();
    await theirs.getByRole('button', { name: 'Later' }).click();
    await theirs.getByText('301 to 310 of 310').waitFor();
    expect(await list.count()).toBe(10);
    await everyLook(theirs, shot, 'the last part');
    await list.last().click();
    await theirs.getByText('310 of 310', { exact: true }).waitFor();
    expect(await theirs.getByRole('button', { name: 'Later' }).isDisabled()).toBe(true);
    const current = theirs.locator('[aria-current=true][data-row]');
    const inSight = () =>
      current.evaluate((row) => {
        const [at, frame] = [row.getBoundingClientRect(), row.parentElement?.parentElement?.getBoundingClientRect()];
        return frame !== undefined && at.top >= frame.top - 1 && at.bottom <= frame.bottom + 1;
      });
    await expect.poll(inSight).toBe(true);
    await goodOf(theirs).waitFor();
    await theirs.keyboard.press('g');
    await theirs.getByText('1 of 310 looked at').waitFor();
    // The next one that was not looked at is the first, in the first part.
    await theirs.getByText('1 to 300 of 310').waitFor();
    for (let moved = 1; moved < 8; moved += 1) await theirs.keyboard.press('j');
    await theirs.getByText('8 of 310', { exact: true }).waitFor();
    await expect.poll(inSight).toBe(true);
    expect(wrong).toEqual([]);
  });
});
