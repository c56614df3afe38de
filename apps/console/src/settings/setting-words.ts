import { sampleSize, type CountySettings, type Demand } from '@clearance/contract';
import { confidenceWords, shareWords } from '../bulk-reviews/sample/sample-words.ts';
import { counted, number } from '../ui/format.ts';

/** Sets of these sizes are shown as examples of what a demand costs. */
const examples = [100, 1_000, 10_000] as const;

/** How long an approval can be taken back: `24 hours`, `3 days`, `not at all`. */
export function undoWords(hours: number): string {
  if (hours === 0) return 'not at all';
  return hours >= 48 && hours % 24 === 0 ? counted(hours / 24, 'day') : counted(hours, 'hour');
}

/** What a demand means for an approver, by examples: `45 of 100, 58 of 1,000, 59 of 10,000`. */
export const sizeWords = (demand: Demand): string =>
  examples.map((count) => `${number(sampleSize(count, demand))} of ${number(count)}`).join(', ');

/** What will hold after a change, one sentence for each setting that differs. */
export function changeWords(before: CountySettings, after: CountySettings): readonly string[] {
  const said: string[] = [];
  if (before.undoHours !== after.undoHours) {
    said.push(
      after.undoHours === 0
        ? 'Approvals made from now on are released at once and cannot be taken back.'
        : `Approvals made from now on can be taken back for ${undoWords(after.undoHours)}, before ${undoWords(before.undoHours)}. Those made already keep their time.`,
    );
  }
  if (before.sampleConfidence !== after.sampleConfidence || before.sampleTolerated !== after.sampleTolerated) {
    said.push(
      `A sample has to show, with ${confidenceWords(after.sampleConfidence)} confidence, that fewer than ${shareWords(after.sampleTolerated)} are wrong, before with ${confidenceWords(before.sampleConfidence)} fewer than ${shareWords(before.sampleTolerated)}. It holds for every sample from now on, those begun included where it asks for more.`,
    );
  }
  return said;
}
