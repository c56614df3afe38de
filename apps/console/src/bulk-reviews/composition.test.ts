import type { ConvictionSet } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { atMost, compositionCsv, picturesOf, shareOf } from './composition.ts';

const set: ConvictionSet = {
  count: 5,
  people: 4,
  digest: '',
  mine: 0,
  unfollowed: 0,
  groups: 1,
  sections: { 'HS 11357': 2, 'HS 11358': 3 },
  severities: { misdemeanor: 1, felony: 4 },
  decades: { '1990': 3, '1980': 1, '0': 1 },
  flags: {},
  decisions: {},
  recommenders: {},
  outcomes: { dismiss: 4, needs_review: 1 },
  relations: { follows: 0, against: 0, undecided: 0 },
  said: [],
  saidInAll: 0,
  takenBack: [],
  returned: [],
  sample: [],
};

describe('what a set is made of', () => {
  it('stands in the order of gravity, of frequency, and of time', () => {
    expect(picturesOf(set).map(({ title, bars }) => [title, bars.map(({ word }) => word)])).toEqual([
      ['Determination', ['Dismiss', 'Needs review']],
      ['Severity', ['Felony', 'Misdemeanor']],
      ['Section', ['HS 11358', 'HS 11357']],
      ['Decade of conviction', ['Date unknown', '1980s', '1990s']],
      ['Flags', []],
    ]);
  });

  it('shows who recommended what where something was recommended', () => {
    const recommended = { decisions: { dismiss: 5 }, recommenders: { Rosa: 5 } };
    const pictures = picturesOf({ ...set, ...recommended, relations: { follows: 2, against: 2, undecided: 1 } });
    expect(pictures.slice(5).map(({ title }) => title)).toEqual([
      'Recommended',
      'Compared with the policy',
      'Recommended by',
    ]);
    expect(pictures[6]?.bars).toEqual([
      { word: 'Follows it', count: 2 },
      { word: 'Against it', count: 2, mark: 'Override' },
      { word: 'It could not decide', count: 1, mark: 'Judged by hand' },
    ]);
  });

  it('measures every bar by the whole set, and says nothing of flags thrown together', () => {
    const pictures = picturesOf({ ...set, flags: { deceased: 5, minor: 2 } });
    const shares = (at: number) => pictures[at]?.bars.map((bar) => pictures[at] && shareOf(bar, pictures[at]));
    expect(shares(0)).toEqual([0.8, 0.2]);
    expect(shares(4)).toEqual([1, 0.4]);
    const flags = pictures[4];
    expect(flags && shareOf({ word: '2 others', count: 7, rest: true }, flags)).toBeUndefined();
  });

  it('puts what is left over into one bar', () => {
    const bars = [3, 2, 1].map((count) => ({ word: String(count), count }));
    expect(atMost(bars, 2)).toEqual([
      { word: '3', count: 3 },
      { word: '2 others', count: 3, rest: true },
    ]);
    expect(atMost(bars, 3)).toEqual(bars);
    const decades = ['1940s 1', '1990s 40', '2000s 50', '2010s 9'].map((bar) => {
      const [word = '', count] = bar.split(' ');
      return { word, count: Number(count) };
    });
    expect(atMost(decades, 3).map(({ word, count }) => `${word} ${count}`)).toEqual([
      '1990s 40',
      '2000s 50',
      '2 others 10',
    ]);
  });

  it('gives a file that no spreadsheet takes for a formula', () => {
    expect(compositionCsv([{ title: 'Recommended by', bars: [{ word: '=1+1, "x"', count: 2 }], none: '' }])).toBe(
      'Property,Value,Convictions\r\nRecommended by,"\'=1+1, ""x""",2',
    );
  });
});
