/**
 * What publishing does, before it is done.
 * @param current number of the published version, undefined while there is none
 */
export function consequenceOf(current: number | undefined): string {
  if (current === undefined) {
    return 'It becomes version 1, and every conviction of the county is evaluated under it. Its rules can be replaced later by another version; what was decided under this one keeps its reasons.';
  }
  const next = current + 1;
  return `Everybody is evaluated again under version ${next}. Decisions made under version ${current} stay as they are; convictions that nobody decided on yet may move to another group of the queue.`;
}
