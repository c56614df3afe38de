import { describe, expect, test } from 'vitest';

import type { SmallPerson } from '../testing/small-history.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context, personWith, preset } from '../testing/small-policy.ts';
import { evaluate } from './evaluate.ts';
import { flagSources } from './flag-sources.ts';

function of(person: SmallPerson) {
  const history = smallHistory(person);
  const [determination] = evaluate(history, preset('prop64-dismiss-all'), context);
  if (!determination) throw new RangeError('nothing was determined');
  return { flags: determination.flags, found: flagSources(history, determination.convictionKey, context) };
}

describe('what raised a flag', () => {
  test('is every conviction in the list, wherever it was', () => {
    const robbery = { date: '19990101', county: 'FRESNO', counts: [{ offense: '187(A) PC-MURDER' }] };
    const sale = { date: '20050101', counts: [{ offense: '11359 HS' }] };
    const { flags, found } = of({ born: '19600101', cases: [robbery, sale] });
    expect(flags).toEqual(['super_strike']);
    expect(found).toEqual([{ flag: 'super_strike', text: '187(A) PC-MURDER', cells: ['2:OFFENSE_DESCR'] }]);
  });

  test('is the registration, with its date', () => {
    const registered = { date: '20010203', text: '290 PC-REG SEX OFFENDER' };
    const { found } = of({ ...personWith({}), registered, deceased: true });
    expect(found).toEqual([
      { flag: 'registered_290', text: '290 PC-REG SEX OFFENDER', cells: ['3:OFFENSE_DESCR', '3:STP_EVENT_DATE'] },
      { flag: 'deceased', text: 'Deceased', cells: ['4:STP_TYPE_DESCR'] },
    ]);
  });

  test('is the later row that took the conviction away', () => {
    const { found } = of(personWith({ later: ['CONV SET ASIDE & DISM PER 1203.4 PC'] }));
    expect(found).toEqual([
      { flag: 'already_relieved', text: 'CONV SET ASIDE & DISM PER 1203.4 PC', cells: ['3:DISP_DESCR'] },
    ]);
  });

  test('is there for every flag, and for nothing else', () => {
    const person = {
      ...personWith(
        { convictedOf: '11360 HS', sentence: ['60Y PRISON'], comment: 'ALSO 11358 HS', disposition: 'CONVICTED' },
        { date: '20170101' },
      ),
    };
    const { flags, found } = of(person);
    expect(flags.length).toBeGreaterThan(2);
    expect([...new Set(found.map(({ flag }) => flag))]).toEqual(flags);
    expect(found.filter(({ cells }) => cells.length === 0)).toEqual([]);
  });
});

test('is nothing for a conviction that the history does not have', () => {
  expect(flagSources(smallHistory(personWith({})), 'another', context)).toEqual([]);
});
