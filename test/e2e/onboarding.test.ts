import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCounty, operatorOf, PASSWORD, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { atRest } from './at-rest.ts';
import { anonymous, camera, openBrowser, signedIn } from './browser.ts';

const shot = camera('onboarding');
let installation: Installation;
let browser: Browser;
let county: County<'both'>;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await openBrowser();
  county = await makeCounty(installation, { name: 'MARIN', staff: { both: ['reviewer', 'approver'] } });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const goTo = async (page: Page, name: RegExp) => {
  await page.getByRole('navigation').first().getByRole('link', { name }).click();
};
const localhost = () => installation.base.replace('127.0.0.1', 'localhost');

describe('people and mistakes, in a real browser', () => {
  it('an operator creates a county, and its first administrator comes in by the link of the mail', async () => {
    await operatorOf(installation);
    const { page, faults } = await signedIn(browser, installation.base, 'operator@test.example', PASSWORD);
    await page.getByRole('heading', { name: 'Counties', level: 1 }).waitFor();
    await shot(page, 'counties');
    await page.getByRole('button', { name: 'Add a county' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('County', { exact: true }).fill('Napa');
    await page.getByRole('option', { name: 'Napa' }).click();
    await dialog.getByLabel('E-mail of the first administrator').fill('first@napa.example');
    await shot(page, 'a new county');
    await dialog.getByRole('button', { name: 'Add the county' }).click();
    await page.getByRole('button', { name: 'Invite an administrator' }).waitFor();
    await page.goto(`${localhost()}/#/outbox`);
    const link = page.getByRole('link', { name: /invitation\?token=/ }).first();
    await shot(page, 'the outbox');
    const href = (await link.getAttribute('href')) ?? '';
    const guest = await anonymous(browser);
    await guest.goto(`${localhost()}/${href}`);
    await guest.getByLabel('Your name').fill('Nora First');
    await guest.getByLabel('Choose a password').fill('password');
    await guest.keyboard.press('Enter');
    await guest
      .getByText(/easy to guess/)
      .first()
      .waitFor();
    await shot(guest, 'a weak password');
    await guest.getByLabel('Choose a password').fill(PASSWORD);
    await guest.keyboard.press('Enter');
    await guest.getByLabel('E-mail').waitFor();
    await shot(guest, 'accepted');
    expect(faults).toEqual([]);
  });

  it('a wrong file is refused beside the place where it was dropped, and nothing is imported', async () => {
    const { page } = await signedIn(browser, installation.base, county.people.admin.email, PASSWORD);
    await goTo(page, /^Imports/);
    const path = join(inject('folder'), 'report.pdf');
    writeFileSync(path, '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles(path);
    await page.getByRole('button', { name: /^(Send|Import|Upload)/ }).click();
    await page
      .getByText(/not a criminal-history file/i)
      .first()
      .waitFor();
    await shot(page, 'a wrong file');
    expect((await county.people.admin.client.get<unknown[]>('/api/imports')).body).toEqual([]);
  });

  it('a wrong password says the same as a wrong address', async () => {
    const page = await anonymous(browser);
    await page.goto(localhost());
    const says: string[] = [];
    for (const email of [county.people.admin.email, 'nobody@nowhere.example']) {
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password').fill('not the password');
      await page.keyboard.press('Enter');
      const alert = page.getByRole('alert').first();
      await alert.waitFor();
      says.push(await alert.innerText());
    }
    await shot(page, 'wrong password');
    expect(says[0]).toBe(says[1]);
  });

  it('shows nobody what her roles do not allow', async () => {
    const { page } = await signedIn(browser, installation.base, county.people.both.email, PASSWORD);
    await goTo(page, /^Approvals/);
    await shot(page, 'approvals empty');
    const rail = await page.getByRole('navigation').first().innerText();
    expect(rail).not.toMatch(/People|Audit|Exports|Counties/);
    await page.goto(`${localhost()}/#/members`);
    await atRest(page);
    expect((await county.people.both.client.get('/api/members')).status).toBe(403);
    expect(await page.getByRole('main').innerText()).not.toContain(county.people.admin.email);
  });
});
