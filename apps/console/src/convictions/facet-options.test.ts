import { describe, expect, it } from 'vitest';
import { optionsOf } from './facet-options.ts';

const words = (...given: Parameters<typeof optionsOf>) => optionsOf(...given).map(({ word, count }) => [word, count]);

describe('the values of a filter', () => {
  it('stand in the order of the work, of time, or of frequency', () => {
    const facets = {
      state: [
        { value: 'returned', count: 9 },
        { value: 'evaluated', count: 1 },
      ],
      decade: [
        { value: 2000, count: 1 },
        { value: 1990, count: 7 },
      ],
      section: [
        { value: 'HS 11357', count: 1 },
        { value: 'HS 11360', count: 5 },
      ],
    };
    expect(words('state', facets, {}, {}).map(([word]) => word)).toEqual(['To review', 'Returned']);
    expect(words('decade', facets, {}, {}).map(([word]) => word)).toEqual(['1990s', '2000s']);
    expect(words('section', facets, {}, {}).map(([word]) => word)).toEqual(['HS 11360', 'HS 11357']);
  });

  it('keep what is chosen although nothing is left of it', () => {
    expect(words('section', { section: [] }, { section: ['HS 11359'] }, {})).toEqual([['HS 11359', undefined]]);
  });
});
