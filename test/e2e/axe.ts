import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { atRest } from './at-rest.ts';

/** What axe finds on a page by WCAG 2.1 A and AA, each with the element it is about; an empty list is clean. */
export async function violationsOf(page: Page): Promise<string[]> {
  // Colours that are still fading are nobody's choice.
  await atRest(page);
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: found } = window as unknown as { axe: typeof axe };
    const { violations } = await found.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}
