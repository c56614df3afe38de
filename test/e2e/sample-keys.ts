import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { until } from '../support/until.ts';

/** How many of the sample are looked at, and of how many, as the page says it. */
export async function lookedAt(page: Page): Promise<{ readonly looked: number; readonly all: number }> {
  const words = await page.getByText(/^[\d,]+ of [\d,]+ looked at$/).innerText();
  const [looked = 0, all = 0] = (words.match(/[\d,]+/g) ?? []).map((text) => Number(text.replace(',', '')));
  return { looked, all };
}

/** The button of a finding; nothing is said of a record before it stood on the screen for a moment. */
export const goodOf = (page: Page) => page.getByRole('button', { name: 'Good', exact: true, disabled: false });

/** Finds each one of the sample good by its key, until all of it (or `most` of it) is looked at. */
export async function goodByKeyboard(page: Page, most = Infinity): Promise<void> {
  const { looked, all } = await lookedAt(page);
  const goal = Math.min(all, looked + most);
  for (let at = looked; at < goal; at = (await lookedAt(page)).looked) {
    let looks = 0;
    await until(
      async () => {
        if ((await lookedAt(page)).looked > at) return true;
        // A key that comes before the page has taken the last answer is not heard; a person presses it again.
        if (looks % 30 === 0 && (await goodOf(page).isVisible())) await page.keyboard.press('g');
        else if (looks % 30 === 0) return false;
        looks += 1;
        return false;
      },
      { every: 100 },
    );
  }
  expect((await lookedAt(page)).looked).toBe(goal);
}
