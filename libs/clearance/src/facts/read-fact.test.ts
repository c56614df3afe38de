import { factValue } from '@clearance/contract';
import { readDispositions } from '@clearance/record';
import { localDate } from '@clearance/record';
import { describe, expect, test } from 'vitest';
import { valueOf } from './read-fact.ts';

const on = { today: localDate('2026-11-30'), dispositions: readDispositions(), row: undefined };

describe('what was sent as a fact', () => {
  test('about one conviction carries the key of that conviction', () => {
    expect(valueOf({ kind: 'severity', severity: 'felony' }, 'A|001|11359 HS|20050101', on)).toEqual({
      kind: 'severity',
      severity: 'felony',
      conviction: 'A|001|11359 HS|20050101',
    });
  });

  test('about the person carries none', () => {
    expect(valueOf({ kind: 'birth_date', date: '1980-01-01' }, 'A', on)).toEqual({
      kind: 'birth_date',
      date: '1980-01-01',
    });
  });

  test.each([
    ['CONVICTED', 'convicted'],
    ['dismissed', 'not_convicted'],
  ])('takes the meaning of the disposition %s from the dictionary', (text, means) => {
    expect(valueOf({ kind: 'disposition', text }, 'A', on)).toMatchObject({ means, text: text.toUpperCase() });
  });

  test('is refused with a disposition that does not say how the count ended', () => {
    expect(() => valueOf({ kind: 'disposition', text: 'SEE MINUTE ORDER' }, 'A', on)).toThrow(/dictionary/);
    expect(() => valueOf({ kind: 'disposition', text: 'CONV SET ASIDE & DISM PER 1203.4 PC' }, 'A', on)).toThrow();
  });

  test('is a later order that relieves or reduces, or that there is none', () => {
    expect(valueOf({ kind: 'relief' }, 'A', on)).toMatchObject({ means: 'none', text: '' });
    const order = { kind: 'relief', text: 'CONV SET ASIDE & DISM PER 1203.4 PC' } as const;
    expect(valueOf(order, 'A', on)).toMatchObject({ means: 'relieved' });
    expect(() => valueOf({ kind: 'relief', text: 'CONVICTED' }, 'A', on)).toThrow(/dictionary/);
  });

  test('is refused as a birth date that nobody can have', () => {
    expect(() => valueOf({ kind: 'birth_date', date: '1899-01-01' }, 'A', on)).toThrow(
      'Something in the form is not right: somebody born on 1899-01-01 would be more than 120 years old.',
    );
    expect(valueOf({ kind: 'birth_date', date: '1906-12-01' }, 'A', on)).toMatchObject({ date: '1906-12-01' });
  });

  test.each([
    ['1985-02-31', 'There is no such day. Write the date as 1985-02-28.'],
    ['19850228', 'There is no such day. Write the date as 1985-02-28.'],
    ['0000-01-01', 'The year is impossible. Check it against the source.'],
    ['1799-12-31', 'The year is impossible. Check it against the source.'],
  ])('with the date %s is refused in words', (date, says) => {
    for (const kind of ['birth_date', 'conviction_date', 'offense_date', 'sentence_end']) {
      const { error } = factValue.safeParse({ kind, date });
      expect(error?.issues[0]?.message).toBe(says);
    }
  });

  test('is refused with a date in the future, but for the end of a sentence', () => {
    expect(() => valueOf({ kind: 'birth_date', date: '2026-12-01' }, 'A', on)).toThrow(/future/);
    expect(valueOf({ kind: 'sentence_end', date: '2030-01-01' }, 'A', on)).toMatchObject({ date: '2030-01-01' });
  });
});
