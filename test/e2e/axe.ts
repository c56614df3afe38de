import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { atRest } from './at-rest.ts';

/** All of WCAG 2.1 A and AA; or the rules that another colour scheme can break on a page that is clean otherwise. */
const RULES = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} satisfies Record<string, axe.RunOnly>;

/** What axe finds on a page, each with the element it is about; an empty list is clean. */
export async function violationsOf(page: Page, rules: keyof typeof RULES = 'all'): Promise<string[]> {
  // Colours that are still fading are nobody's choice.
  await atRest(page);
  await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe: found } = window as unknown as { axe: typeof axe };
    const { violations } = await found.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, RULES[rules]);
}
