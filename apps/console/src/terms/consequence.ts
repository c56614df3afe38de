import type { Terms } from '@clearance/contract';
import { number } from '../ui/format.ts';

/** What saving does, before it is done. */
export function consequenceOf({
  convictions,
  people,
  version,
}: Pick<Terms, 'version' | 'people' | 'convictions'>): string {
  const becomes = `It becomes version ${version + 1}.`;
  if (people === 0) return `${becomes} No file counts yet; the next one is read in these words.`;
  return `${becomes} All ${number(people)} people with their ${number(convictions)} convictions are counted and evaluated again. What was determined before stays on record, and decisions stay as they are. Convictions that nobody decided on yet may move to another group of the queue; some may turn out to be none, and others may be found.`;
}
