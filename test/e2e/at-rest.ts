import type { Page } from 'playwright-core';

/**
 * Waits until the page has come to rest: for some frames nothing fades, nothing scrolls and nothing is drawn anew. What turns
 * for ever is not waited for.
 */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const FRAMES = 12;
    let drawn = true;
    const watching = new MutationObserver(() => (drawn = true));
    watching.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
    const fading = () => document.getAnimations().some((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    const place = () =>
      `${window.scrollX} ${window.scrollY} ${window.innerWidth} ${document.documentElement.scrollHeight}`;
    let last = '';
    for (let calm = 0; calm < FRAMES; calm += 1) {
      await new Promise(requestAnimationFrame);
      const at = place();
      if (drawn || fading() || at !== last) calm = 0;
      [drawn, last] = [false, at];
    }
    watching.disconnect();
  });
