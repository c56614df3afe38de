import type { PolicyRow } from '@clearance/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holding, waitingSessions } from '../flow/holding.ts';
import { importFile, makeCounty, PASSWORD, publishPolicy, type County } from '../support/county.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { sampleFile } from '../support/sample-file.ts';
import { until } from '../support/until.ts';
import { camera, openBrowser, signedIn } from './browser.ts';
import { everyLook } from './looks.ts';

const shot = camera('policies');
let installation: Installation;
let browser: Browser;
let county: County<'reviewer'>;
let page: Page;
let faults: string[];
const look = (step: string) => everyLook(page, shot, step);

beforeAll(async () => {
  installation = await startInstallation({ workers: 2 });
  browser = await openBrowser();
  county = await makeCounty(installation, { name: 'SAN JOAQUIN', staff: { reviewer: ['reviewer'] } });
  await publishPolicy(county.people.admin.client, 'la-2020');
  const file = await sampleFile({ county: 'SAN JOAQUIN', rows: 4_000, dirtyRate: 0.001, name: 'policies.dat' });
  await importFile(county.people.admin.client, file.path);
  ({ page, faults } = await signedIn(browser, installation.base, county.people.admin.email, PASSWORD));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

describe('the policies of a county, in a real browser', () => {
  it('ends an evaluation where it is seen, and lets it go on after the page was left', async () => {
    const { superUrl } = installation.database;
    let title = '';
    let line = page.getByRole('row').last();
    await holding(superUrl, 'LOCK TABLE determination IN SHARE MODE', [], async () => {
      const { body } = await county.people.admin.client.post<PolicyRow>('/api/policies', {
        preset: 'prop64-dismiss-all',
      });
      title = `Evaluating under policy version ${body.version}`;
      line = page.getByRole('row', { name: `Version ${body.version}, ` }).last();
      await until(() => waitingSessions(superUrl, 'determination'));
      await page.goto(`${installation.base.replace('127.0.0.1', 'localhost')}/#/policies`);
      // Somebody else published it, and the page may have been the one that was open.
      await page.reload();
      await line.getByRole('progressbar', { name: 'Evaluating' }).waitFor();
      await look('evaluation running');
      await line.getByRole('button', { name: `Cancel: ${title}` }).click();
      await page.getByRole('dialog').getByText('It can be resumed until something newer is evaluated.').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Keep it running' }).waitFor();
      await page.getByRole('button', { name: 'Stop the evaluation' }).click();
      await line.getByText('Cancelled').waitFor();
      await page.getByRole('note').getByText('Not everybody is evaluated under this policy.').waitFor();
    });
    await look('evaluation cancelled');
    await page.getByRole('navigation').first().getByRole('link', { name: 'Home' }).click();
    await page
      .getByText(/that still stand as an earlier version or other words determined them/)
      .first()
      .waitFor();
    await look('home while an evaluation is stopped');
    await page.getByRole('link', { name: /not evaluated under the policy that is in force/ }).click();
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    await page.reload();
    const tray = page.getByRole('region', { name: 'Jobs' });
    await tray.getByRole('button', { name: `Resume: ${title}` }).click();
    await page.getByRole('dialog').getByText('nothing is done twice').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
    await line.getByText('Done').waitFor();
    expect(faults).toEqual([]);
  });

  it('shows what an attorney must confirm, at its rule, over the policy and before it is published', async () => {
    await page.goto(`${installation.base.replace('127.0.0.1', 'localhost')}/#/policies/create?preset=hs-11361.9`);
    const policy = page.getByRole('region', { name: 'HS 11361.9: unchallenged convictions' });
    await policy
      .getByRole('note')
      .getByText(/^5 points are marked “To confirm”/)
      .waitFor();
    await policy
      .getByRole('note')
      .getByText(/^About the policy as a whole: A conviction set aside/)
      .waitFor();
    const serving = policy.getByRole('listitem').filter({ hasText: 'recall' }).first();
    await serving.getByText(/^To confirm: A sentence still being served/).waitFor();
    expect(await policy.getByText(/^To confirm: /).count()).toBe(4);
    await look('a preset with notes to confirm');
    await policy.getByRole('button', { name: /^Publish as version/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^5 points are marked “To confirm”.*You can publish the policy before that\./).waitFor();
    expect(await dialog.getByRole('button', { name: /^Publish version/ }).isEnabled()).toBe(true);
    await look('publishing a preset with notes to confirm');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.goto(`${installation.base.replace('127.0.0.1', 'localhost')}/#/policies/create?preset=mi-clean-slate`);
    await page.getByRole('region', { name: /Michigan/ }).waitFor();
    expect(await page.getByText(/To confirm/).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('is read by a reviewer without anything that writes', async () => {
    const other = await signedIn(browser, installation.base, county.people.reviewer.email, PASSWORD);
    await other.page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: /^Policy/ })
      .click();
    await other.page.getByRole('heading', { name: 'Versions' }).waitFor();
    const text = await other.page.getByRole('main').innerText();
    expect(text).not.toMatch(/Write a new version|Discard|Choose a ready-made/);
    expect(text).toMatch(/3 points are marked “To confirm”[^]*To confirm: The office gives up every challenge/);
    await other.page.goto(`${installation.base.replace('127.0.0.1', 'localhost')}/#/simulations/create`);
    await other.page
      .getByText(/Your roles do not include this page/)
      .first()
      .waitFor();
    await other.page.context().close();
  });
});
