/** `1 entry`, `11,331 entries`: a count in the words of a title. */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
