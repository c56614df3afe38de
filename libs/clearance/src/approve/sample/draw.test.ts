import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { boundShown, sampleSize } from '@clearance/contract';
import { allocate, drawSample, type Stratum } from './draw.ts';

const seed = (name: string) => createHash('sha256').update(name).digest();
const stratum = (key: string, count: number): Stratum => ({
  key,
  ids: Array.from({ length: count }, (_, at) => `${key}-${at}`),
});
const strata = [stratum('a', 9_000), stratum('b', 950), stratum('c', 49), stratum('d', 1)];

describe('a sample', () => {
  it('takes of every stratum at least its share, and of the smallest at least one', () => {
    expect(allocate(strata, 299)).toEqual([270, 29, 2, 1]);
    for (let size = 1; size < 400; size += 7) {
      const counts = allocate(strata, size);
      counts.forEach((count, at) => {
        const all = strata[at]?.ids.length ?? 0;
        expect(count / all).toBeGreaterThanOrEqual(size / 10_000 - 1e-12);
        expect(count).toBeLessThanOrEqual(all);
      });
      const sum = counts.reduce((total, count) => total + count, 0);
      expect(sum).toBeLessThan(size + strata.length);
    }
  });

  it('is the same for the same seed, whatever the order in which the set comes, and another for another seed', () => {
    const ids = (name: string, of = strata) =>
      drawSample(seed(name), of, 100)
        .map(({ id }) => id)
        .sort();
    const turned = strata.map((one) => ({ ...one, ids: [...one.ids].reverse() }));
    expect(ids('one')).toEqual(ids('one', turned));
    expect(ids('one')).not.toEqual(ids('two'));
    expect(new Set(ids('one')).size).toBe(ids('one').length);
  });

  it('grows without dropping anything that was drawn before', () => {
    const small = drawSample(seed('one'), strata, 59).map(({ id }) => id);
    const large = new Set(drawSample(seed('one'), strata, 299).map(({ id }) => id));
    expect(small.filter((id) => !large.has(id))).toEqual([]);
  });

  it('is nearly the same when one conviction leaves the set', () => {
    const [first, ...others] = strata;
    const drawn = drawSample(seed('one'), strata, 299).map(({ id }) => id);
    const left = { key: 'a', ids: (first?.ids ?? []).filter((id) => id !== drawn[0]) };
    const again = new Set(drawSample(seed('one'), [left, ...others], 299).map(({ id }) => id));
    expect(drawn.filter((id) => !again.has(id))).toEqual([drawn[0]]);
  });

  it('gives every conviction the same chance', () => {
    const times = new Map<string, number>();
    for (let draw = 0; draw < 1_000; draw += 1) {
      for (const { id } of drawSample(seed(String(draw)), [stratum('a', 40)], 10)) {
        times.set(id, (times.get(id) ?? 0) + 1);
      }
    }
    // 250 expected of each, a standard deviation of 14: five of them are never seen.
    for (const [id, count] of times) expect(Math.abs(count - 250), id).toBeLessThan(70);
    expect(times.size).toBe(40);
  });

  it('of the size that was asked finds one defect in a hundred at least as often as it says', () => {
    const population = 1_000;
    const size = sampleSize(population, { confidence: 0.95, tolerated: 0.01 });
    const defects = new Set(Array.from({ length: 10 }, (_, at) => `a-${at * 60}`));
    let missed = 0;
    for (let draw = 0; draw < 400; draw += 1) {
      const drawn = drawSample(seed(`draw ${draw}`), [stratum('a', 700), stratum('b', 300)], size);
      if (!drawn.some(({ id }) => defects.has(id))) missed += 1;
    }
    // 20 expected at most, with a standard deviation of 4.4.
    expect(missed).toBeLessThan(42);
    expect(boundShown({ population, looked: size, defects: 0 }, 0.95).count).toBeLessThan(10);
  });
});
