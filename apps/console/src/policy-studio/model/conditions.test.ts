import type { Condition } from './policy.ts';
import { describe, expect, it } from 'vitest';
import { negated, partsOf, reshaped, unwrapped, withPart } from './conditions.ts';

const felony: Condition = { term: 'severity', is: ['felony'] };
const open: Condition = { term: 'open_case' };

describe('putting conditions together', () => {
  it('keeps the parts when all becomes any', () => {
    expect(reshaped({ all: [felony, open] }, 'any')).toEqual({ any: [felony, open] });
    expect(reshaped({ any: [felony] }, 'any')).toEqual({ any: [felony] });
  });

  it('makes a group of a term alone, also of a denied one', () => {
    expect(reshaped(felony, 'any')).toEqual({ any: [felony] });
    expect(reshaped({ not: felony }, 'all')).toEqual({ all: [{ not: felony }] });
  });

  it('adds a condition to a group, or to what stood alone', () => {
    expect(withPart({ any: [felony] }, open)).toEqual({ any: [felony, open] });
    expect(withPart(felony, open)).toEqual({ all: [felony, open] });
    expect(withPart({ not: felony }, open)).toEqual({ all: [{ not: felony }, open] });
  });

  it('denies, and denies no more when denied twice', () => {
    expect(negated(felony)).toEqual({ not: felony });
    expect(negated(negated({ any: [felony, open] }))).toEqual({ any: [felony, open] });
  });

  it('opens a group of one, and leaves other groups', () => {
    expect(unwrapped({ all: [open] })).toEqual(open);
    expect(unwrapped({ all: [open, felony] })).toEqual({ all: [open, felony] });
    expect(unwrapped({ not: open })).toEqual({ not: open });
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
