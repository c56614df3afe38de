import { counted } from '../ui/format.ts';

/**
 * What publishing does, before it is done.
 * @param current number of the published version, undefined while there is none
 * @param convictions how many are evaluated again, where that is known
 */
export function consequenceOf(current: number | undefined, convictions?: number): string {
  if (current === undefined) {
    return 'It becomes version 1, and every conviction of the county is evaluated under it. Its rules can be replaced later by another version; what was decided under this one keeps its reasons.';
  }
  const evaluated =
    convictions === undefined
      ? 'Every conviction is evaluated again'
      : `${counted(convictions, 'conviction is', 'convictions are')} evaluated again`;
  return `Version ${current + 1} replaces version ${current}. ${evaluated}, and until that is through none of them can be approved. Approvals made already stand. Recommendations stay as well, beside what version ${current + 1} says: what it sees otherwise has to be looked at one by one before it is approved. Determinations of earlier versions are kept with their reasons. Convictions that nobody decided on yet may move to another group of the queue.`;
}
