/** People per counting job. */
const CHUNK = 500;

/** The phase in which people's convictions are taken from their histories and determined. */
export const countingPhase = (people: number) => ({
  title: 'Counting and evaluating',
  total: people,
  unit: 'people' as const,
  nextJob: 'import.finish',
  chunked: { job: 'import.count', keys: people, chunkSize: CHUNK },
});

/** Below this share of court rows a file is probably another county's. */
const FOREIGN_BELOW = 0.05;

/** Whether hardly any court row names the county. A file without court rows names nobody and is doubtful as well. */
export function isProbablyForeign(counties: Readonly<Record<string, number>>, county: string): boolean {
  const all = Object.values(counties).reduce((sum, count) => sum + count, 0);
  return (counties[county] ?? 0) < all * FOREIGN_BELOW || all === 0;
}
