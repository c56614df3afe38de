/**
 * Many values as one parameter of a statement: their bytes together, and where each begins (from 1, as `substr` counts)
 * and how long it is. The server cuts them apart; as an array of their own they would travel as text of twice the length.
 */
export function asOneValue(values: readonly Buffer[]): { bytes: Buffer; begins: number[]; sizes: number[] } {
  let end = 0;
  const begins = values.map((value) => (end += value.length) - value.length + 1);
  return { bytes: Buffer.concat(values), begins, sizes: values.map((value) => value.length) };
}
