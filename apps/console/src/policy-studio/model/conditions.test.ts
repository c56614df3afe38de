import type { Condition } from './policy.ts';
import { describe, expect, it } from 'vitest';
import { negated, partsOf, withPart } from './conditions.ts';

const felony: Condition = { term: 'severity', is: ['felony'] };
const open: Condition = { term: 'open_case' };

describe('putting conditions together', () => {
  it('adds a condition to a group, or to what stood alone', () => {
    expect(withPart({ any: [felony] }, open)).toEqual({ any: [felony, open] });
    expect(withPart(felony, open)).toEqual({ all: [felony, open] });
    expect(withPart({ not: felony }, open)).toEqual({ all: [{ not: felony }, open] });
  });

  it('denies, and denies no more when denied twice', () => {
    expect(negated(felony)).toEqual({ not: felony });
    expect(negated(negated({ any: [felony, open] }))).toEqual({ any: [felony, open] });
  });

  it('knows the path to every part', () => {
    expect(partsOf({ any: [felony, open] }).map(({ path }) => path)).toEqual([
      ['any', 0],
      ['any', 1],
    ]);
    expect(partsOf({ not: open })).toEqual([{ path: ['not'], part: open }]);
    expect(partsOf(open)).toEqual([]);
  });
});
