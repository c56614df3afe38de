import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** How many of the sample are looked at, and of how many, as the page says it. */
export async function lookedAt(page: Page): Promise<{ readonly looked: number; readonly all: number }> {
  const words = await page.getByText(/^[\d,]+ of [\d,]+ looked at$/).innerText();
  const [looked = 0, all = 0] = (words.match(/[\d,]+/g) ?? []).map((text) => Number(text.replace(',', '')));
  return { looked, all };
}

/** Finds each one of the sample good by its key, until all of it (or `most` of it) is looked at. */
export async function goodByKeyboard(page: Page, most = Infinity): Promise<void> {
  const { looked, all } = await lookedAt(page);
  for (let at = looked; at < Math.min(all, looked + most); at += 1) {
    await page.keyboard.press('g');
    await expect.poll(async () => (await lookedAt(page)).looked, { timeout: 10_000, interval: 20 }).toBe(at + 1);
  }
}
