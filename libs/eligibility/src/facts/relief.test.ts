import { describe, expect, test } from 'vitest';

import type { SmallCase, SmallCount } from '../testing/small-history.ts';
import { smallHistory } from '../testing/small-history.ts';
import { Person } from './person.ts';

const SET_ASIDE = 'CONV SET ASIDE & DISM PER 1203.4 PC';

function reliefs(
  counts: readonly SmallCount[],
  ...laterSteps: NonNullable<SmallCase['laterSteps']>[number][]
): string[] {
  const history = smallHistory({ born: '19700101', cases: [{ date: '20050101', counts, laterSteps }] });
  return new Person(history).events.map(({ relief }) => (relief.state === 'known' ? relief.value.how : relief.state));
}

const sale: SmallCount = { offense: '11359 HS' };

describe('later rows of the same count', () => {
  test.each([
    [SET_ASIDE, 'ended'],
    ['DISMISSED & SEALED PER 11361.8 HS', 'ended'],
    ['VACATED', 'ended'],
    ['DISMISSED/FURTHERANCE OF JUSTICE', 'ended'],
    ['REDUCED TO MISD PER 17(B) PC', 'reduced'],
    ['PROBATION REVOKED', 'none'],
    ['SOMETHING NEW', 'unknown'],
  ])('%s: %s', (later, expected) => {
    expect(reliefs([{ ...sale, later: [later] }])).toEqual([expected]);
  });

  test('what ended the conviction wins over what reduced it before', () => {
    expect(reliefs([{ ...sale, later: ['REDUCED TO MISD PER 17(B) PC', SET_ASIDE] }])).toEqual(['ended']);
    expect(reliefs([{ ...sale, later: ['SOMETHING NEW', SET_ASIDE] }])).toEqual(['ended']);
  });
});

describe('later court steps of the same case', () => {
  const later = (offense: string, disposition: string): SmallCount => ({ offense, disposition, sentence: [] });

  test('end the conviction of the same section', () => {
    expect(reliefs([sale], [later('11359 HS', SET_ASIDE)])).toEqual(['ended']);
  });

  test('leave a conviction of another section alone', () => {
    expect(reliefs([sale, { offense: '459 PC' }], [later('459 PC', SET_ASIDE)])).toEqual(['none', 'ended']);
  });

  test('go by the number of the count where two are of one section', () => {
    expect(reliefs([sale, sale], [later('11359 HS', SET_ASIDE)])).toEqual(['ended', 'none']);
  });

  test('are unclear where the number fits none of them', () => {
    const counts = [sale, { offense: '459 PC' }, sale].map((count, index) =>
      index === 0 ? { offense: '484 PC' } : count,
    );
    expect(reliefs([...counts, sale], [later('11359 HS', SET_ASIDE)])).toEqual(['none', 'none', 'unknown', 'unknown']);
  });

  test('drop another charge of the same section without touching the conviction', () => {
    const counts = [{ offense: '484 PC' }, sale];
    expect(reliefs(counts, [later('11359 HS', 'DISMISSED')])).toEqual(['none', 'none']);
  });

  test('of another case number do not count', () => {
    const history = smallHistory({
      born: '19700101',
      cases: [
        { date: '20050101', caseNumber: 'A', counts: [sale] },
        { date: '20060101', caseNumber: 'B', counts: [{ ...sale, later: [SET_ASIDE] }] },
      ],
    });
    const found = new Person(history).events.map(({ relief }) => relief.state === 'known' && relief.value.how);
    expect(found).toEqual(['none', 'ended']);
  });
});

test('a conviction set aside under PC 1203.4 still counts as a prior, one dismissed as invalid does not', () => {
  const counts = [SET_ASIDE, 'DISMISSED & SEALED PER 11361.8 HS', 'VACATED'].map((later) => ({
    ...sale,
    later: [later],
  }));
  const history = smallHistory({ born: '19700101', cases: [{ date: '20050101', counts }] });
  const found = new Person(history).events.map(({ relief }) => relief.state === 'known' && relief.value.countsAsPrior);
  expect(found).toEqual([true, false, false]);
});
