import { describe, expect, it } from 'vitest';
import { daysBefore, dayOf, endOfDay, rangeInWords, startOfDay } from './day-range.ts';
import { filterInWords, filterPhrases } from './filter-words.ts';

const names = (id: string) => (id === 'm1' ? 'Ana Ortiz' : undefined);

describe('a filter in words', () => {
  it('says that no condition means every entry', () => expect(filterInWords({}, names)).toBe('Every entry'));
  it('says all conditions in one line', () => {
    expect(
      filterInWords(
        {
          actorId: 'm1',
          targetType: 'conviction',
          outcome: 'refused',
          from: startOfDay('2016-11-01'),
          to: endOfDay('2016-11-09'),
        },
        names,
      ),
    ).toBe('Entries by Ana Ortiz, about convictions, that were refused, Nov 1, 2016 to Nov 9, 2016');
  });
  it('names what the log does not: actions, bulk reviews, acts without a person', () => {
    expect(filterInWords({ action: 'session.start', actorId: 'anonymous' }, names)).toBe(
      'Entries by somebody not signed in, “Signed in”',
    );
    expect(filterInWords({ actorId: 'm2', targetType: 'conviction', targetId: 'c1', bulkReviewId: 'b' }, names)).toBe(
      'Entries by one person, about one of the convictions, of one bulk review',
    );
  });
  it('keeps with each phrase the keys that take it away', () => {
    expect(filterPhrases({ targetType: 'import', targetId: 'i1', from: startOfDay('2020-01-01') }, names)).toEqual([
      { keys: ['targetType', 'targetId'], says: 'about one of the imports' },
      { keys: ['from', 'to'], says: 'since Jan 1, 2020' },
    ]);
  });
});

describe('a range of days', () => {
  it('goes from a day to an instant and back', () => {
    expect(dayOf(startOfDay('2024-02-29'))).toBe('2024-02-29');
    expect(dayOf(endOfDay('2024-02-29'))).toBe('2024-02-29');
    expect(startOfDay('2024-02-29') < endOfDay('2024-02-29')).toBe(true);
  });
  it('says one day, an open end, all time', () => {
    expect(rangeInWords(startOfDay('2016-11-09'), endOfDay('2016-11-09'))).toBe('on Nov 9, 2016');
    expect(rangeInWords(undefined, endOfDay('2016-11-09'))).toBe('until Nov 9, 2016');
    expect(rangeInWords(undefined, undefined)).toBeUndefined();
  });
  it('tells the time where a bound is not the edge of a day', () => {
    const noon = new Date(2016, 10, 9, 12, 0).toISOString();
    expect(rangeInWords(noon, undefined)).toMatch(/^since Nov 9, 2016, 12:00 PM \S+$/);
  });
  it('counts days back over the end of a month', () => {
    expect(daysBefore(new Date(2026, 2, 2, 9), 6)).toBe('2026-02-24');
  });
});
