import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atRest } from './at-rest.ts';
import { violationsOf } from './axe.ts';
import type { camera } from './browser.ts';

/** The page in light and dark, wide and narrow; each is read by axe, in dark for its colours, and none scrolls sideways. */
export async function everyLook(page: Page, shot: ReturnType<typeof camera>, step: string): Promise<void> {
  // Looks are compared at rest, not with the pointer over the last button.
  await page.mouse.move(0, 0);
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1366, 400]) {
      await page.setViewportSize({ width, height: 820 });
      await page.emulateMedia({ colorScheme });
      // The page takes the look on when React comes to it, and then moves into it.
      await page.waitForFunction(
        (look) => getComputedStyle(document.documentElement).colorScheme === look,
        colorScheme,
      );
      // A page that is scrolled is not photographed whole as one sees it.
      await page.evaluate(() => window.scrollTo(0, 0));
      await atRest(page);
      await shot(page, `${step} ${colorScheme} ${width}`, { fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), step).toBeLessThan(1);
      const rules = colorScheme === 'light' ? 'all' : 'colours';
      expect(await violationsOf(page, rules), `${step} ${colorScheme} ${width}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1366, height: 820 });
  await page.emulateMedia({ colorScheme: 'light' });
}
