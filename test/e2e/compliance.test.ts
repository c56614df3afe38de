import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AuditLogState, OpenLogReview } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { workedCounty, type WorkedCounty } from '../isolation/worked-county.ts';
import { PASSWORD } from '../support/county.ts';
import { query } from '../support/database.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { story } from '../support/story.ts';
import { until } from '../support/until.ts';
import { verifyArchive } from '../flow/bundle.ts';
import { violationsOf } from './axe.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';

const shot = camera('compliance');
let installation: Installation;
let browser: Browser;
let county: WorkedCounty;
let hook: Server;

beforeAll(async () => {
  installation = await startInstallation({
    env: { CHECKPOINT_SECONDS: '2', VERIFY_NEW_SECONDS: '1', VERIFY_WHOLE_SECONDS: '2' },
  });
  browser = await openBrowser();
  county = await workedCounty(installation, 'YOLO', (await sampleFile({ county: 'YOLO', rows: 1_500, seed: 9 })).path);
  hook = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
  hook?.close();
});

const as = (who: 'admin' | 'compliance' | 'reviewer') =>
  signedIn(browser, installation.base, county.people[who].email, PASSWORD);
const goTo = (page: Page, name: RegExp) => page.getByRole('navigation').first().getByRole('link', { name }).click();
const asSuper = (sql: string) =>
  query(installation.database.superUrl, `SET session_replication_role = replica; ${sql}`);

story('what a compliance officer does, in a real browser', (step) => {
  step('sees how the log stands, verifies it, and says where checkpoints go', async () => {
    const { page, faults } = await as('compliance');
    await goTo(page, /^Audit log/);
    const state = page.getByRole('region', { name: 'State of the log' });
    await state.getByText(/^Nowhere yet\./).waitFor();
    await state.getByRole('button', { name: 'Where checkpoints are sent' }).click();
    await page.getByLabel('By mail to').fill('auditor@elsewhere.example');
    const { port } = hook.address() as { port: number };
    await page.getByLabel('To a web address').fill(`http://127.0.0.1:${port}/checkpoints`);
    await shot(page, 'delivery settings');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await state.getByText(/to the address/).waitFor();
    await until(async () => {
      const { body } = await county.people.compliance.client.get<AuditLogState>('/api/audit-log');
      return body.deliveries.some(({ way, state: stands }) => way === 'webhook' && stands === 'delivered');
    });
    await page.reload();
    await state.getByText('Arrived').first().waitFor();
    await state.getByRole('button', { name: 'Verify now' }).click();
    await state.getByText(/^All [\d,]+ entries fit/).waitFor();
    await everyLook(page, shot, 'the log');
    expect(faults).toEqual([]);
  });

  step('takes everything in one file, which proves itself, and sees who fetched it', async () => {
    const { page, faults } = await as('compliance');
    await goTo(page, /^Exports/);
    await page.getByRole('main').getByRole('link', { name: 'New export' }).first().click();
    await page.getByLabel('Purpose').fill('Yearly audit');
    await page.getByText('Somebody holds an earlier checkpoint').click();
    await page.getByLabel('Earlier checkpoint').fill('the one of May');
    await page.getByRole('button', { name: /^Make the export/ }).click();
    await page.getByText(/^This is no checkpoint/).waitFor();
    await everyLook(page, shot, 'new export');
    const { body: note } = await county.people.compliance.client.get<string>('/api/audit-log/checkpoint');
    await page.getByLabel('Earlier checkpoint').fill(note);
    await page.getByRole('button', { name: /^Make the export/ }).click();
    const link = page.getByRole('link', { name: /^Download everything/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const verdict = await verifyArchive(readFileSync(await download.path()), { older: note });
    expect(verdict).toMatchObject({ ok: true, older: Number(note.split('\n')[1]) });
    await page.getByText('npm run -s clearance -- verify FILE', { exact: true }).waitFor();
    await page
      .getByRole('region', { name: 'Who fetched it' })
      .getByText(/Everything in one file/)
      .waitFor();
    await page.getByText('More: single files and their checksums').click();
    await everyLook(page, shot, 'export');
    expect(faults).toEqual([]);
  });

  step('signs the overdue review, which is then no longer overdue', async () => {
    await asSuper(`UPDATE log_review SET at = now() - interval '9 days'`);
    await county.people.reviewer.client.get('/api/audit-events');
    const { page, faults } = await as('compliance');
    await page.getByText('Weekly review is overdue').waitFor();
    await everyLook(page, shot, 'home overdue');
    await goTo(page, /^Weekly review/);
    await page.getByText('Overdue', { exact: true }).waitFor();
    await everyLook(page, shot, 'weekly review');
    await page.getByLabel('Note (optional)').fill('One refusal, asked about and harmless.');
    await page.getByRole('button', { name: 'I have looked at this' }).click();
    await page
      .getByRole('dialog')
      .getByText(/It cannot be changed afterwards/)
      .waitFor();
    await shot(page, 'asked before it is signed');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect((await county.people.compliance.client.get<OpenLogReview>('/api/log-reviews/open')).body.overdue).toBe(true);
    await page.getByRole('button', { name: 'I have looked at this' }).click();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByText('In time').waitFor();
    await page.getByText('One refusal, asked about and harmless.').last().waitFor();
    await shot(page, 'signed');
    const { body } = await county.people.compliance.client.get<OpenLogReview>('/api/log-reviews/open');
    expect(body).toMatchObject({ overdue: false, last: { note: 'One refusal, asked about and harmless.' } });
    expect(faults).toEqual([]);
  });

  step('sees what was given out to whom, and takes the list along', async () => {
    const { page, faults } = await as('compliance');
    await goTo(page, /^Given out/);
    await page.getByText('Court of YOLO').waitFor();
    await everyLook(page, shot, 'given out');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/,Court of YOLO,The file of YOLO,[0-9a-f]{64}\r\n$/);
    expect(faults).toEqual([]);
  });

  step('is told on every page while the log is damaged, as the administrator is, and nobody else', async () => {
    const thirty = `county_id = '${county.id}' AND seq = 30`;
    const { superUrl } = installation.database;
    const [entry] = await query<{ action: string }>(superUrl, `SELECT action FROM audit_entry WHERE ${thirty}`);
    await asSuper(`UPDATE audit_entry SET action = 'something.else' WHERE ${thirty}`);
    await until(
      async () =>
        (await county.people.compliance.client.get<{ alarm: unknown }>('/api/audit-log')).body.alarm ?? undefined,
    );
    const { page, faults } = await as('compliance');
    await page.getByText('The audit log is damaged.').waitFor();
    await goTo(page, /^Audit log/);
    await page.getByText('Does not fit').first().waitFor();
    await everyLook(page, shot, 'damaged');
    const admin = await as('admin');
    await goTo(admin.page, /^Imports/);
    await admin.page.getByText('The audit log is damaged.').waitFor();
    await shot(admin.page, 'damaged for the administrator');
    const reviewer = await as('reviewer');
    await reviewer.page.getByText('Worth a look').waitFor();
    expect(await reviewer.page.getByText('The audit log is damaged.').count()).toBe(0);
    // One says what was found; another ends it, once it was put back.
    await page.getByRole('link', { name: 'See the alarm' }).click();
    await page.getByLabel(/^What was changed/).fill('The action of entry 30 was changed by hand, and was put back.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('somebody else has to end the alarm').waitFor();
    expect(await page.getByRole('button', { name: 'End the alarm' }).count()).toBe(0);
    await everyLook(page, shot, 'alarm of the log');
    await asSuper(`UPDATE audit_entry SET action = '${entry?.action}' WHERE ${thirty}`);
    await admin.page.getByRole('link', { name: 'See the alarm' }).click();
    await admin.page.getByText('was changed by hand, and was put back').waitFor();
    await shot(admin.page, 'alarm to be ended');
    await admin.page.getByRole('button', { name: 'End the alarm' }).click();
    await admin.page.getByText('no alarm waits for anybody').waitFor();
    await admin.page.getByText('The audit log is damaged.').waitFor({ state: 'detached' });
    expect([...faults, ...admin.faults, ...reviewer.faults]).toEqual([]);
  });
});
