import { isReleased, sampleSize, type CountySettings, type Decision, type Demand } from '@clearance/contract';
import { confidenceWords, shareWords } from '../bulk-reviews/sample/sample-words.ts';
import { counted, number } from '../ui/format.ts';

/** Sets of these sizes are shown as examples of what a demand costs. */
const examples = [100, 1_000, 10_000] as const;

/** How long an approval can be taken back: `24 hours`, `3 days`, `not at all`. */
export function undoWords(hours: number): string {
  if (hours === 0) return 'not at all';
  return hours >= 48 && hours % 24 === 0 ? counted(hours / 24, 'day') : counted(hours, 'hour');
}

/** How final the signature is: whether, and how long, what is approved can be taken back. */
export function finality(undoHours: number, decision: Decision | undefined, count: number): string {
  // Of the other decisions nothing is released: they only stand.
  const final = decision && isReleased(decision) ? 'released' : 'decided';
  const [these, they] = count === 1 ? ['this', 'it is'] : ['these', 'they are'];
  return undoHours === 0
    ? `There is no time to take ${these} back: ${they} ${final} at once, for good.`
    : `${count === 1 ? 'It' : 'They'} can be taken back for ${undoWords(undoHours)}. After that ${they} ${final} for good.`;
}

/** What a demand means for an approver, by examples: `45 of 100, 58 of 1,000, 59 of 10,000`. */
export const sizeWords = (demand: Demand): string =>
  examples.map((count) => `${number(sampleSize(count, demand))} of ${number(count)}`).join(', ');

const most = 10_000;
const sizeOfMost = ({ sampleConfidence, sampleTolerated }: CountySettings): number =>
  sampleSize(most, { confidence: sampleConfidence, tolerated: sampleTolerated });

/** What a letter that leaves the office says of it. */
export const officeFields = [
  { setting: 'officeName', label: 'Name of the office', word: 'office name', most: 120, lines: 1 },
  { setting: 'officeAddress', label: 'Address', word: 'address', most: 300, lines: 3 },
  { setting: 'officeContact', label: 'Telephone or mail for answers', word: 'contact', most: 200, lines: 1 },
] as const;

/** Beyond how many people a reader is told of: `1,000 people an hour`. */
export const readerWords = (people: number): string => `${counted(people, 'person', 'people')} an hour`;

/** What will hold after a change, one sentence for each setting that differs. */
export function changeWords(before: CountySettings, after: CountySettings): readonly string[] {
  const said: string[] = [];
  if (before.undoHours !== after.undoHours) {
    const now =
      after.undoHours === 0
        ? 'are released at once and cannot be taken back'
        : `can be taken back for ${undoWords(after.undoHours)}`;
    const until = before.undoHours === 0 ? 'they could not be' : `it was ${undoWords(before.undoHours)}`;
    said.push(`Approvals made from now on ${now}. Until now ${until}. Those made already keep their time.`);
  }
  if (before.sampleConfidence !== after.sampleConfidence || before.sampleTolerated !== after.sampleTolerated) {
    said.push(
      `A sample has to show, with ${confidenceWords(after.sampleConfidence)} confidence, that fewer than ${shareWords(after.sampleTolerated)} are wrong. Until now it was fewer than ${shareWords(before.sampleTolerated)}, with ${confidenceWords(before.sampleConfidence)}. It holds for every sample from now on, those begun included where it asks for more.`,
    );
    const [was, is] = [before, after].map(sizeOfMost);
    if (is !== undefined && was !== undefined && is < was) {
      said.push(
        `A smaller sample shows less: of ${number(most)} convictions ${number(is)} are looked at instead of ${number(was)}, so more that is wrong can pass unseen.`,
      );
    }
  }
  const office = officeFields.filter(({ setting }) => before[setting] !== after[setting]);
  if (office.length > 0) {
    said.push(`Letters made from now on have another ${office.map(({ word }) => word).join(', ')}.`);
  }
  if (before.peoplePerHour !== after.peoplePerHour) {
    said.push(
      `Somebody who reads the data of more than ${readerWords(after.peoplePerHour)} is told of. Until now it was more than ${readerWords(before.peoplePerHour)}.`,
    );
  }
  return said;
}
