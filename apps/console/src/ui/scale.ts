/** The top of a scale: the least of 1, 2, 4, 5, 6, 8, 10 times a power of ten that holds `most`; 1 at least. */
export function ceilingOf(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 4, 5, 6, 8, 10].find((factor) => factor * power >= most) ?? 10;
  return step * power;
}
