import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { root } from '../support/installation.ts';

/** What Chromium is asked not to do, so that it talks to nobody but us. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findChromium(): string {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const all = [
    process.env['CHROMIUM_PATH'] ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  const found = all.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return path !== '';
    } catch {
      return false;
    }
  });
  if (!found) throw new Error('No Chromium was found. Install it, or say where it is in CHROMIUM_PATH.');
  return found;
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: findChromium(), args: quiet });

/** Where nobody looks at them, photographs of whole pages are a third of the time that the browser takes. */
const isLookedAt = process.env['CI'] !== 'true';

/** Takes numbered screenshots into test-output/, so that somebody can look at the whole path afterwards; none in CI. */
export function camera(
  name: string,
): (page: Page, step: string, options?: { readonly fullPage: boolean }) => Promise<void> {
  const folder = join(root, 'test-output', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let number = 0;
  return async (page, step, options) => {
    if (!isLookedAt) return;
    number += 1;
    await page.screenshot({
      path: join(folder, `${String(number).padStart(2, '0')}-${step.replaceAll(' ', '-')}.png`),
      ...options,
    });
  };
}

/** A page is waited for patiently: how long it takes on a busy machine is nothing to judge. */
const PATIENCE = 300_000;

/** A page of its own in which nobody is signed in. */
export async function anonymous(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 820 }, acceptDownloads: true });
  // eslint-disable-next-line no-restricted-syntax -- the one limit of all pages
  context.setDefaultTimeout(PATIENCE);
  return context.newPage();
}

/** A page of its own for one person, signed in through the form; every fault the page reports is kept. */
export async function signedIn(
  browser: Browser,
  base: string,
  email: string,
  password: string,
): Promise<{ page: Page; faults: string[] }> {
  const page = await anonymous(browser);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  // The address must say localhost: only there does a browser keep a secure cookie without TLS.
  await page.goto(base.replace('127.0.0.1', 'localhost'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  return { page, faults };
}
