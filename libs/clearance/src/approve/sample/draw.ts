import { hash } from 'node:crypto';

/** A part of the set that was recommended by one person for one reason. */
export interface Stratum {
  readonly key: string;
  /** Ids of its convictions, those left out that are looked at anyway. */
  readonly ids: readonly string[];
}

/**
 * How many of each stratum make a sample of at least `size`. Each gives its share rounded up, so that the whole shows at
 * least what an unstratified sample of that size would show: with shares as large as the strata's, the chance to miss
 * every defect is never greater, wherever the defects are.
 */
export function allocate(strata: readonly Stratum[], size: number): number[] {
  const all = strata.reduce((sum, { ids }) => sum + ids.length, 0);
  return strata.map(({ ids }) => (all === 0 ? 0 : Math.min(ids.length, Math.ceil((size * ids.length) / all - 1e-9))));
}

/**
 * Draws the sample. Every conviction has its place by SHA-256 of the seed with its id, so that nobody who does not
 * know the seed can tell or steer what comes up, whoever knows it can repeat the draw, and a larger sample under the
 * same seed holds the smaller one.
 */
export function drawSample(
  seed: Buffer,
  strata: readonly Stratum[],
  size: number,
): { readonly id: string; readonly stratum: string }[] {
  const counts = allocate(strata, size);
  const secret = seed.toString('hex');
  return strata.flatMap(({ key, ids }, at) =>
    ids
      .map((id) => ({ id, place: hash('sha256', secret + id) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .slice(0, counts[at])
      .map(({ id }) => ({ id, stratum: key })),
  );
}
