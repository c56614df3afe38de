import { it } from 'vitest';

/** One step of a story: it begins where the one before it ended. */
export type Step = (says: string, take: () => Promise<void> | void) => void;

/**
 * A single test in several steps, for what can only be told in order. No test may need what another one left behind: either
 * it stands alone, or it is a step here. The step that failed is named; those after it are not taken.
 */
export function story(name: string, tell: (step: Step) => void): void {
  const steps: { readonly says: string; readonly take: () => Promise<void> | void }[] = [];
  tell((says, take) => void steps.push({ says, take }));
  it(name, async () => {
    for (const { says, take } of steps) {
      try {
        await take();
      } catch (error) {
        if (error instanceof Error) error.message = `at “${says}”: ${error.message}`;
        throw error;
      }
    }
  });
}
