/** A time to wait, for a sentence: `1 second`, `40 seconds`, `12 minutes`. Never shorter than it is. */
export function inWords(seconds: number): string {
  const [count, unit] = seconds < 100 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
