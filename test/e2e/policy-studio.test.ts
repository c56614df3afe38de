import { readFileSync } from 'node:fs';
import type { DraftRow, PolicyRow } from '@clearance/contract';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';

const shot = camera('policy-studio');
let installation: Installation;
let browser: Browser;
let county: County<never>;
let page: Page;
let faults: string[];
/** The draft that is written to its end. */
let mine = '';

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  browser = await openBrowser();
  county = await makeCounty(installation, { name: 'SAN JOAQUIN' });
  await publishPolicy(county.people.admin.client, 'la-2020');
  const file = await sampleFile({ county: 'SAN JOAQUIN', rows: 4_000, dirtyRate: 0.001, name: 'studio.dat' });
  await importFile(county.people.admin.client, file.path);
  ({ page, faults } = await signedIn(browser, installation.base, county.people.admin.email, PASSWORD));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const look = (step: string) => everyLook(page, shot, step);
const goToPolicy = () =>
  page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: /^Policy/ })
    .click();
const rule = (number: number) => page.getByRole('listitem', { name: `Rule ${number}`, exact: true });
const idOfDraft = () => /policy-drafts\/([0-9a-f-]+)\//.exec(page.url())?.[1] ?? '';
/** Drags as a hand does, in steps: onto the upper edge of something. */
async function drag(handle: Locator, target: Locator): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const [start, end] = [await handle.boundingBox(), await target.boundingBox()];
  if (!start || !end) throw new Error('Nothing to drag.');
  await page.mouse.move(start.x + 8, start.y + 8);
  await page.mouse.down();
  await page.mouse.move(end.x + 60, end.y + 12, { steps: 12 });
  await page.mouse.up();
}
const saved = () => page.getByText(/^Saved at /).waitFor();

story('the policy studio, in a real browser', (step) => {
  step('begins a draft from the policy in force', async () => {
    await goToPolicy();
    await page.getByRole('button', { name: 'Write a new version' }).click();
    await shot(page, 'begin a draft');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Title/).fill('San Joaquin, 45 and older');
    await dialog.getByRole('button', { name: 'Begin the draft' }).click();
    await page.waitForURL(/policy-drafts\/[0-9a-f-]+\/show/);
    await page.getByRole('heading', { name: 'San Joaquin, 45 and older', level: 1 }).waitFor();
    await rule(10).getByText('Dismiss when the person is 50 or older on the as-of date.').waitFor();
    await look('the draft');
  });

  step('says at the field and over the form that an age is outside the law, until it is mended', async () => {
    await rule(10).getByRole('button', { name: 'Edit rule 10' }).click();
    const years = rule(10).getByLabel('Years');
    await years.fill('35');
    const summary = page.getByRole('region', { name: /1 problem to mend/ });
    await summary.getByText(/from 40 to 65/).waitFor();
    await rule(10)
      .getByText(/must be from 40 to 65/)
      .waitFor();
    expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
    await look('a problem at its field');
    await page.getByRole('button', { name: 'Close rule 10' }).click();
    await summary.getByRole('button', { name: 'Rule 10, condition' }).click();
    expect(await years.evaluate((field) => field === document.activeElement)).toBe(true);
    await years.fill('45');
    await summary.waitFor({ state: 'detached' });
    await rule(10).getByText('Dismiss when the person is 45 or older on the as-of date.').waitFor();
    await rule(10)
      .getByText(/The reason says 50, and the rule does not/)
      .waitFor();
    await rule(10).getByLabel('Reason, as one sentence').fill('The person is 45 or older.');
    await rule(10)
      .getByText(/The reason says 50/)
      .waitFor({ state: 'detached' });
    await saved();
  });

  step('builds a rule out of questions in groups, and mends a list', async () => {
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await rule(14).getByText('Nothing is asked: this holds for every conviction.').waitFor();
    await rule(14).getByRole('button', { name: 'Add a condition' }).click();
    const first = rule(14).getByRole('group', { name: 'Condition 1', exact: true });
    await first.getByLabel('What is asked').click();
    await page.getByRole('option', { name: 'Age at conviction', exact: true }).click();
    await first.getByLabel('The answer has to be').click();
    await page.getByRole('option', { name: 'No', exact: true }).click();
    await rule(14).getByRole('button', { name: 'Add a group' }).click();
    await rule(14).getByLabel('Holds when').first().click();
    await page.getByRole('option', { name: 'None of these holds' }).click();
    await first.getByText(/Is missing/).waitFor();
    await look('a new rule in groups');
    await rule(14).getByRole('button', { name: 'Remove rule 14' }).click();
    await rule(14).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Edit the list of super-strikes/ }).click();
    const list = page.getByRole('listitem', { name: /^List of super-strikes/ });
    await list.getByRole('button', { name: 'Add a statute' }).click();
    await list.getByRole('textbox', { name: 'Statute', exact: true }).fill('Penal Code 187');
    await list
      .getByText(/must be a code and a section/i)
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: /problems? to mend/ })
      .getByText(/List “super-strikes/)
      .waitFor();
    await look('a list with a mistake');
    await list.getByRole('button', { name: 'Remove Penal Code 187' }).click();
    await page.getByRole('region', { name: /problems? to mend/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Close the list of super-strikes/ }).click();
    await saved();
  });

  step('moves, copies and removes rules by keyboard, and takes back what was removed', async () => {
    await rule(10)
      .getByRole('button', { name: /^(Edit|Close) rule 10$/ })
      .focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Rule 10 is now tried as number 9 of 13.').waitFor();
    await rule(9)
      .getByText(/^Dismiss when the person is \d+ or older on the as-of date/)
      .waitFor();
    expect(await rule(9).evaluate((card) => card === document.activeElement)).toBe(true);
    await rule(1).getByRole('button', { name: 'Remove rule 1' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Rule 1 was removed.').waitFor();
    expect(await rule(13).count()).toBe(0);
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await rule(13).waitFor();
    await drag(rule(13).getByTitle('Drag to another place'), rule(11));
    await page.getByText('Rule 13 is now tried as number 11 of 13.').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await rule(13)
      .getByText(/Only cannabis convictions on record/)
      .waitFor();
    await saved();
  });

  step('shows the rules in Spanish', async () => {
    await page.getByRole('button', { name: 'Español' }).click();
    await rule(9)
      .getByText(/45 años/)
      .waitFor();
    await shot(page, 'in Spanish');
    await page.getByRole('button', { name: 'English' }).click();
    await rule(9)
      .getByText(/^Dismiss when the person is 45 or older/)
      .waitFor();
  });

  step('overwrites nothing that a colleague saved, and keeps both', async () => {
    const { client } = county.people.admin;
    const id = idOfDraft();
    const { body } = await client.get<DraftRow>(`/api/policy-drafts/${id}`);
    const theirs = { ...body.body, title: 'A colleague was here' };
    await client.put(`/api/policy-drafts/${id}`, { version: body.version, body: theirs });
    await page.getByLabel('Title', { exact: true }).fill('San Joaquin, mine');
    await page
      .getByText(/changed this draft/)
      .first()
      .waitFor();
    await look('a conflict');
    expect((await client.get<DraftRow>(`/api/policy-drafts/${id}`)).body.name).toBe('A colleague was here');
    await page.getByRole('button', { name: 'Keep mine as a draft of its own' }).click();
    await page.waitForURL((url) => !url.href.includes(id) && url.href.includes('policy-drafts'));
    await page.getByRole('heading', { name: 'San Joaquin, mine', level: 1 }).waitFor();
    mine = idOfDraft();
    await page.getByText(/changed this draft/).waitFor({ state: 'detached' });
    await rule(9)
      .getByText(/^Dismiss when the person is 45 or older/)
      .waitFor();
  });

  step('loses nothing when the page is left before the last key was saved', async () => {
    await page.getByLabel('Title', { exact: true }).fill('San Joaquin, 45 and older');
    await goToPolicy();
    await page.getByRole('link', { name: 'A colleague was here' }).waitFor();
    await page.getByRole('link', { name: 'San Joaquin, 45 and older' }).click();
    await page.getByRole('heading', { name: 'San Joaquin, 45 and older', level: 1 }).waitFor();
    expect(page.url()).toContain(mine);
  });

  step('tells what changes, rule by rule', async () => {
    await page.getByRole('button', { name: 'What changes' }).click();
    await page.getByText('Rule 9, before it was number 10').waitFor();
    await look('what changes');
    await page.goBack();
  });

  step('simulates the draft, and leads to each conviction that changes and to their file', async () => {
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    await page.getByRole('heading', { name: 'Simulate a policy' }).waitFor();
    await look('a new simulation');
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    await page.waitForURL(/simulations\/[0-9a-f-]+\/show/);
    const verdict = page.getByText(/[\d,]+ of [\d,]+ convictions would end up elsewhere/);
    await verdict.waitFor();
    const moved = Number((/^([\d,]+) of/.exec(await verdict.innerText())?.[1] ?? '').replaceAll(',', ''));
    expect(moved).toBeGreaterThan(0);
    await look('the simulation');
    await page.getByRole('link', { name: /^Open the [\d,]+ conviction/ }).click();
    await page.getByRole('table').waitFor();
    await look('the changed convictions');
    await page.getByRole('button', { name: /^Download [\d,]+ convictions? as CSV/ }).click();
    await page.getByLabel('Recipient').fill('Public defender');
    await page.getByLabel('Purpose').fill('Comparing two policies');
    await look('who receives the changed convictions');
    const file = page.getByRole('button', { name: 'Download the file' });
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split(/\r?\n/);
    expect(lines).toHaveLength(moved + 1);
    await page.getByLabel('After', { exact: true }).click();
    await page.getByRole('option', { name: 'Dismiss' }).click();
    await page.waitForURL(/dismiss/);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    await shot(page, 'a record from the list');
    await page.getByRole('link', { name: '← Convictions that end up elsewhere' }).click();
    await page.waitForURL(/dismiss/);
    expect(faults).toEqual([]);
  });

  step('publishes the draft with a note, and follows the evaluation to its end', async () => {
    await goToPolicy();
    await look('the policy with a draft');
    await page.getByRole('row').getByRole('link', { name: 'San Joaquin, 45 and older', exact: true }).first().click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText(/Version 2 replaces version 1\. [\d,]+ convictions are evaluated again/).waitFor();
    await page.getByText(/was simulated as it is: [\d,]+ conviction/).waitFor();
    await page.getByText(/^3 points are marked “To confirm”.*You can publish the policy before that\./).waitFor();
    await look('publish');
    await page.getByRole('button', { name: 'Publish as version 2' }).click();
    await page.getByText('Say in a sentence what changed and why.').waitFor();
    await page
      .getByLabel('Note to this version')
      .fill('People of 45 and older are dismissed, and before priors count.');
    await page.getByRole('button', { name: 'Publish as version 2' }).click();
    await page.getByRole('heading', { name: 'Version 2 is in force' }).waitFor();
    await page.getByText(/^Everybody was evaluated again: [\d,]+ convictions/).waitFor();
    await look('published');
    await page.getByRole('link', { name: 'Open the policy' }).click();
    await page.getByText('What changed and why: People of 45 and older').waitFor();
    await look('version 2');
    await page.getByText('Published as version 2').waitFor();
    const { body } = await county.people.admin.client.get<PolicyRow[]>('/api/policies');
    expect(body.map(({ version, status }) => `${version} ${status}`).sort()).toEqual(['1 retired', '2 published']);
    expect(faults).toEqual([]);
  });
});
