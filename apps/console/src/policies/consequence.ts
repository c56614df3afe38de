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
  return `Version ${current + 1} replaces version ${current}. ${evaluated}; recommendations and approvals made already stand. Determinations of earlier versions stay and keep their reasons. Convictions that nobody decided on yet may move to another group of the queue.`;
}
