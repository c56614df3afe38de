import { describe, expect, it } from 'vitest';
import { boundOfGroup, boundShown, meaningOf, sampleSize } from './sampling.ts';

/** C(n, k) in whole numbers. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let product = 1n;
  for (let at = 1n; at <= BigInt(k); at += 1n) product = (product * (BigInt(n - k) + at)) / at;
  return product;
}
/** Whether a sample would show at most `found` of `defects` with a chance of at most 1 - confidence (in thousandths). */
function isSurprise(population: number, defects: number, looked: number, found: number, thousandths: number): boolean {
  let ways = 0n;
  for (let k = 0; k <= found; k += 1) ways += choose(defects, k) * choose(population - defects, looked - k);
  return ways * 1000n <= choose(population, looked) * BigInt(1000 - thousandths);
}

describe('the size of a sample', () => {
  it('in a large group is the one that statisticians quote', () => {
    expect(sampleSize(60_000, { confidence: 0.95, tolerated: 0.01 })).toBe(299);
    expect(sampleSize(60_000, { confidence: 0.95, tolerated: 0.005 })).toBe(598);
    expect(sampleSize(60_000, { confidence: 0.95, tolerated: 0.05 })).toBe(59);
    expect(sampleSize(60_000, { confidence: 0.99, tolerated: 0.01 })).toBe(459);
    expect(sampleSize(60_000, { confidence: 0.9, tolerated: 0.1 })).toBe(22);
  });

  it('in a small group is the fewest that suffice, counted out', () => {
    for (const thousandths of [900, 950, 990]) {
      for (const tolerated of [0.01, 0.05, 0.2]) {
        for (let population = 1; population <= 80; population += 1) {
          const defects = Math.max(1, Math.ceil(tolerated * population - 1e-9));
          let fewest = 0;
          while (!isSurprise(population, defects, fewest, 0, thousandths)) fewest += 1;
          const size = sampleSize(population, { confidence: thousandths / 1000, tolerated });
          expect(size, `${population} at ${thousandths} and ${tolerated}`).toBe(fewest);
        }
      }
    }
  });

  it('is never more than the group, and nothing where there is nothing', () => {
    expect(sampleSize(0, { confidence: 0.95, tolerated: 0.01 })).toBe(0);
    expect(sampleSize(1, { confidence: 0.95, tolerated: 0.01 })).toBe(1);
    expect(sampleSize(100, { confidence: 0.95, tolerated: 0.01 })).toBe(95);
    for (const population of [3, 50, 299, 300, 5_979, 5_980]) {
      const size = sampleSize(population, { confidence: 0.95, tolerated: 0.01 });
      expect(size).toBeLessThanOrEqual(Math.min(population, 299));
    }
  });
});

describe('the bound that a sample shows', () => {
  it('is below what was tolerated when nothing was found in a sample of that size', () => {
    for (const tolerated of [0.005, 0.01, 0.05]) {
      for (const population of [40, 300, 1_000, 9_362, 60_000]) {
        const looked = sampleSize(population, { confidence: 0.95, tolerated });
        const { count, share } = boundShown({ population, looked, defects: 0 }, 0.95);
        expect(share, `${population}`).toBeLessThan(tolerated);
        expect(count, `${population}`).toBeLessThan(tolerated * population);
      }
    }
  });

  it('is the one of Clopper and Pearson where the sample is a small part', () => {
    const share = (looked: number, defects: number) =>
      boundShown({ population: 1_000_000, looked, defects }, 0.95).share;
    expect(share(299, 0)).toBeCloseTo(1 - 0.05 ** (1 / 299), 10);
    expect(share(100, 0)).toBeCloseTo(0.029513, 6);
    expect(share(20, 20)).toBe(1);
    for (const [looked, defects] of [
      [100, 1],
      [100, 5],
      [299, 2],
      [1_000, 30],
    ] as const) {
      // At the limit, so few are found once in twenty times: in whole parts of 10^12.
      const parts = 10n ** 12n;
      const limit = BigInt(Math.round(share(looked, defects) * 1e12));
      let ways = 0n;
      for (let k = 0; k <= defects; k += 1) {
        ways += choose(looked, k) * limit ** BigInt(k) * (parts - limit) ** BigInt(looked - k);
      }
      expect(Number((ways * 10n ** 9n) / parts ** BigInt(looked)) / 1e9).toBeCloseTo(0.05, 7);
    }
  });

  it('is the exact one in a small group, counted out', () => {
    for (let population = 1; population <= 40; population += 1) {
      for (let looked = Math.ceil(population / 19); looked <= population; looked += 1) {
        for (const defects of [0, 1, 2].filter((some) => some <= looked)) {
          let most = defects;
          for (let worse = defects; worse <= population - (looked - defects); worse += 1) {
            if (!isSurprise(population, worse, looked, defects, 950)) most = worse;
          }
          const { count } = boundShown({ population, looked, defects }, 0.95);
          expect(count, `${defects} in ${looked} of ${population}`).toBe(most);
        }
      }
    }
  });

  it('is what was found when all were looked at, and everything when none was', () => {
    expect(boundShown({ population: 50, looked: 50, defects: 3 }, 0.95)).toEqual({ count: 3, share: 0.06 });
    expect(boundShown({ population: 50, looked: 0, defects: 0 }, 0.95)).toEqual({ count: 50, share: 1 });
    expect(boundShown({ population: 0, looked: 0, defects: 0 }, 0.95)).toEqual({ count: 0, share: 0 });
  });
});

describe('what a sample of a group means', () => {
  const looked = { count: 60_000, overrides: 0, drawn: 299, drawnDefects: 0, overrideDefects: 0 };

  it('is said in words', () => {
    const bound = boundOfGroup(looked, 0.95);
    expect(meaningOf({ ...looked, defects: 0, confidence: 0.95, bound })).toBe(
      'You looked at 299 drawn at random from 60,000 and found nothing wrong. ' +
        'With 95% confidence at most 598 of the 60,000 (1%) are wrong.',
    );
    expect(meaningOf({ ...looked, overrides: 2, defects: 1, confidence: 0.95, bound })).toContain(
      'and all 2 that do not follow the policy, and found 1 that is wrong.',
    );
    expect(meaningOf({ ...looked, count: 299, defects: 0, confidence: 0.95, bound })).toBe(
      'You looked at all 299 and found nothing wrong.',
    );
  });

  it('knows what was looked at in full, and guesses only about the others', () => {
    const all = { count: 120, overrides: 120, drawn: 0, drawnDefects: 0, overrideDefects: 2 };
    expect(boundOfGroup(all, 0.95)).toEqual({ count: 2, share: 2 / 120 });
    const half = boundOfGroup({ ...looked, overrides: 30_000, overrideDefects: 5 }, 0.95);
    expect(half.count).toBe(Math.floor(30_000 * (1 - 0.05 ** (1 / 299))) + 5);
  });
});
