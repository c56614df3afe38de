import { describe, expect, test } from 'vitest';

import type { SmallCase, SmallCount, SmallPerson } from '../testing/small-history.ts';
import { smallHistory, smallRows } from '../testing/small-history.ts';
import { buildHistory, COLUMN } from '@clearance/record';
import { arrestOf } from './arrest.ts';
import { birthOf } from './birth.ts';
import type { ConvictionEvent } from './conviction-event.ts';
import { Person } from './person.ts';

function personOf(changes: Partial<SmallPerson>, count: Partial<SmallCount> = {}): Person {
  const cases = [{ date: '20050101', counts: [{ offense: '11359 HS', ...count }] }];
  return new Person(smallHistory({ born: '19800101', cases, ...changes }));
}

function only(person: Person): ConvictionEvent {
  const [event] = person.events;
  if (!event) throw new RangeError('no conviction');
  return event;
}

describe('severity', () => {
  const severityOf = (count: Partial<SmallCount>) => {
    const { severity } = only(personOf({}, count));
    return severity.state === 'known' ? severity.value : severity.state === 'unknown' ? severity.why : 'bounded';
  };

  test('is what the conviction says, trimmed and in any case', () => {
    expect(severityOf({ severity: '  Felony ' })).toBe('felony');
    expect(severityOf({ severity: 'MISDEMEANOR', toc: 'F' })).toBe('misdemeanor');
  });

  test('is the class of the offense where the conviction says nothing', () => {
    expect(severityOf({ severity: '', toc: 'M' })).toBe('misdemeanor');
    expect(severityOf({ severity: '  -  ', toc: 'i' })).toBe('infraction');
    expect(severityOf({ severity: '', toc: 'N' })).toBe('the class of the offense "N" is not one that is recognised');
    expect(severityOf({ severity: '' })).toBe('the severity is not given');
  });

  test('is unknown where it says something else, whatever the class of the offense', () => {
    expect(severityOf({ severity: 'WOBBLER', toc: 'F' })).toBe('the severity "WOBBLER" is not one that is recognised');
  });

  test('is not taken from the charge where the conviction is of something else', () => {
    const plea = { convictedOf: '11357(C) HS', severity: '', toc: 'F' };
    expect(severityOf(plea)).toBe('only the severity of the original charge is given');
    expect(severityOf({ ...plea, convictedToc: 'M' })).toBe('misdemeanor');
  });

  test('is what a later reduction made of it', () => {
    expect(severityOf({ later: ['REDUCED TO MISD PER 17(B) PC'] })).toBe('misdemeanor');
    expect(severityOf({ later: ['REDUCED TO INFRACTION'] })).toBe('infraction');
    expect(severityOf({ later: ['RESENTENCED PER 1170.18 PC'] })).toBe('misdemeanor');
    expect(severityOf({ later: ['RESENTENCED PER 11361.8 HS'] })).toContain('is not said');
    expect(severityOf({ later: ['SOMETHING NEW'] })).toContain('is not known');
  });
});

describe('dates', () => {
  test('that contradict each other are both unknown, the birth date for the whole person', () => {
    const cases = [
      { date: '19891231', counts: [{ offense: '11359 HS' }] },
      { date: '19900101', counts: [{ offense: '11359 HS' }] },
    ];
    const person = personOf({ cases });
    expect(person.birth.state).toBe('unknown');
    expect(person.events.map(({ date }) => date.state)).toEqual(['unknown', 'known']);
  });

  test('that only may contradict each other stand as they are', () => {
    const person = personOf({ born: '19800000', cases: [{ date: '19900615', counts: [{ offense: '11359 HS' }] }] });
    expect(person.birth.state).toBe('bounded');
    expect(only(person).date.state).toBe('known');
  });

  test('of birth that differ from row to row are known only within bounds', () => {
    const rows = smallRows({ born: '19800101', cases: [{ date: '20050101', counts: [{ offense: '11359 HS' }] }] });
    const cells = [...(rows[1]?.cells ?? [])];
    cells[COLUMN.PRI_DOB] = '19810101';
    expect(birthOf([...rows, { line: 9, cells }])).toEqual({
      state: 'bounded',
      low: '1980-01-01',
      high: '1981-01-01',
      why: 'the rows give different birth dates',
      cells: [
        { line: 1, column: 'PRI_DOB' },
        { line: 9, column: 'PRI_DOB' },
      ],
    });
    cells[COLUMN.PRI_DOB] = '        ';
    expect(birthOf([{ line: 9, cells }, ...rows])).toMatchObject({ state: 'known', value: '1980-01-01' });
  });
});

describe('the end of a sentence', () => {
  const endOf = (count: Partial<SmallCount>, ...further: SmallCount[]) => {
    const own = { offense: '11359 HS', ...count };
    const person = personOf({ cases: [{ date: '20050131', counts: [own, ...further] }] });
    const end = person.sentenceEndOf(only(person));
    return end.state === 'known' ? end.value : end.state === 'bounded' ? [end.low, end.high] : end.why;
  };

  test('is counted by the calendar', () => {
    expect(endOf({ sentence: ['030D'] })).toBe('2005-03-02');
    expect(endOf({ sentence: ['001M'] })).toBe('2005-03-01');
    expect(endOf({ sentence: ['2Y'] })).toBe('2007-01-31');
    expect(endOf({ sentence: ['000D'] })).toBe('2005-01-31');
  });

  test('lies between its longest part and all parts of the case one after another', () => {
    expect(endOf({ sentence: ['1Y', '2Y'] })).toEqual(['2007-01-31', '2008-01-31']);
    expect(endOf({ sentence: ['1Y'] }, { offense: '459 PC', sentence: ['2Y'] })).toEqual(['2006-01-31', '2008-01-31']);
  });

  test('is open where a part has no length or no unit, or there is none', () => {
    expect(endOf({ sentence: ['1Y', 'XX'] })).toEqual(['2006-01-31', undefined]);
    expect(endOf({ sentence: ['1Y', '005W'] })).toEqual(['2006-01-31', undefined]);
    expect(endOf({ sentence: [] })).toEqual(['2005-01-31', undefined]);
  });
});

describe('the end of the time in prison', () => {
  const endOf = (...sentence: string[]) => {
    const person = personOf({}, { sentence });
    const end = person.prisonEndOf(only(person));
    return end.state === 'known' ? end.value : end.state === 'bounded' ? [end.low, end.high] : end.why;
  };

  test('leaves out jail, probation and money', () => {
    expect(endOf('1Y JAIL', '3Y PROBATION')).toBe('2005-01-01');
    expect(endOf('2Y PRISON', '3Y PROBATION')).toBe('2007-01-01');
    expect(endOf('2Y PRISON', '1Y PRISON')).toEqual(['2007-01-01', '2008-01-01']);
  });

  test('is open where a part does not say where it was served, and where there is no sentence', () => {
    expect(endOf('1Y ', '3Y PROBATION')).toEqual(['2005-01-01', '2006-01-01']);
    expect(endOf('2Y PRISON', '1Y ')).toEqual(['2007-01-01', '2008-01-01']);
    expect(endOf()).toEqual(['2005-01-01', undefined]);
  });
});

describe('the arrest', () => {
  const arrestedIn = (one: Partial<SmallCase>) => {
    const person = personOf({ cases: [{ date: '20050101', counts: [{ offense: '11359 HS' }], ...one }] });
    const arrest = arrestOf(only(person).cycle, only(person).date);
    return arrest.state === 'known'
      ? arrest.value
      : arrest.state === 'bounded'
        ? [arrest.low, arrest.high]
        : arrest.why;
  };

  test('is on its day, or within what its cell says, and not after the conviction', () => {
    expect(arrestedIn({ arrested: '20041101' })).toBe('2004-11-01');
    expect(arrestedIn({ arrested: '20040000' })).toEqual(['2004-01-01', '2004-12-31']);
    expect(arrestedIn({ arrested: '20050000' })).toBe('2005-01-01');
  });

  test('leaves the conviction as the last day where it has no date', () => {
    expect(arrestedIn({ arrested: '' })).toEqual([undefined, '2005-01-01']);
    expect(arrestedIn({ arrested: '', date: '' })).toBe('no arrest with a date is on record for this conviction');
  });

  test('after the conviction contradicts itself', () => {
    expect(arrestedIn({ arrested: '20050102' })).toBe('the arrest is dated after the conviction');
  });
});

describe('a count whose disposition cannot be read', () => {
  test('before the tenth birthday has no date to rely on, and leaves the birth date alone', () => {
    const counts = [{ offense: '11359 HS', disposition: 'XYZ' }];
    const person = personOf({ cases: [{ date: '19890101', counts }] });
    expect([person.birth.state, only(person).date.state]).toEqual(['known', 'unknown']);
  });

  test('may be a conviction, and is one of the events of the person', () => {
    const counts = [
      { offense: '11359 HS' },
      { offense: '187 PC', disposition: 'XYZ' },
      { offense: '459 PC', disposition: '' },
    ];
    const person = personOf({ cases: [{ date: '20050101', counts }] });
    expect(person.events.map(({ convicted }) => convicted.state)).toEqual(['known', 'unknown', 'unknown']);
    expect(person.history.convictions).toHaveLength(3);
  });

  test('acquittals and dropped charges are none', () => {
    const counts = [
      { offense: '187 PC', disposition: 'ACQUITTED' },
      { offense: '187 PC', disposition: 'DISMISSED' },
    ];
    expect(personOf({ cases: [{ date: '20050101', counts }] }).events).toEqual([]);
  });
});

test('every conviction belongs to the history that it is asked of', () => {
  const [conviction] = buildHistory(
    smallRows({ born: '', cases: [{ date: '20050101', counts: [{ offense: 'X' }] }] }),
  ).convictions;
  if (!conviction) throw new RangeError('no conviction');
  expect(() => personOf({}).eventOf(conviction)).toThrow(RangeError);
});
