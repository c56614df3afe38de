import { describe, expect, it } from 'vitest';
import { allFlows, flowPicture } from './flow-layout.ts';

const byOutcome = { dismiss: 60, reduce: 0, refer: 0, needs_review: 30, not_eligible: 10, out_of_scope: 0 };
const result = {
  before: { byOutcome },
  flows: [
    { from: 'needs_review', to: 'dismiss', convictions: 20, people: 18 },
    { from: 'dismiss', to: 'not_eligible', convictions: 5, people: 5 },
    { from: 'dismiss', to: 'dismiss', convictions: 3, people: 3 },
  ],
} as const;

describe('the picture of where convictions go', () => {
  it('counts every conviction once, those that only get another order as staying', () => {
    expect(allFlows(result)).toEqual([
      { from: 'dismiss', to: 'dismiss', convictions: 55 },
      { from: 'needs_review', to: 'needs_review', convictions: 10 },
      { from: 'not_eligible', to: 'not_eligible', convictions: 10 },
      { from: 'needs_review', to: 'dismiss', convictions: 20, people: 18 },
      { from: 'dismiss', to: 'not_eligible', convictions: 5, people: 5 },
    ]);
  });

  it('fills each bar with its bands from the top, without overlap', () => {
    const { left, right, bands } = flowPicture(allFlows(result), 200);
    expect(left.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['dismiss', 60],
      ['needs_review', 30],
      ['not_eligible', 10],
    ]);
    expect(right.map(({ count }) => count)).toEqual([75, 10, 15]);
    for (const node of left) {
      const own = bands.filter(({ from }) => from === node.outcome).sort((a, b) => a.fromY - b.fromY);
      expect(own[0]?.fromY).toBeCloseTo(node.y);
      own.forEach((band, index) => {
        const next = own[index + 1];
        if (next) expect(next.fromY).toBeCloseTo(band.fromY + band.height);
        else expect(band.fromY + band.height).toBeCloseTo(node.y + node.height);
      });
    }
  });

  it('is empty where nothing was counted', () => {
    expect(flowPicture([], 200)).toEqual({ left: [], right: [], bands: [], height: 0 });
  });
});
