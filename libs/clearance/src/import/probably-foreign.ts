/** Below this share of court rows a file is probably another county's. */
const FOREIGN_BELOW = 0.05;

/** Whether hardly any court row names the county. A file without court rows names nobody and is doubtful as well. */
export function isProbablyForeign(counties: Readonly<Record<string, number>>, county: string): boolean {
  const all = Object.values(counties).reduce((sum, count) => sum + count, 0);
  return (counties[county] ?? 0) < all * FOREIGN_BELOW || all === 0;
}
