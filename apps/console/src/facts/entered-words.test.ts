import { describe, expect, test } from 'vitest';
import { emptyDraft, factOf, problemsOf } from './entered-words.ts';

const signed = { source: 'docket', reference: '98-1234' } as const;

describe('the form of a fact', () => {
  test('asks for what its kind needs, and for where it was read', () => {
    expect(Object.keys(problemsOf(emptyDraft('birth_date')))).toEqual(['date', 'source', 'reference']);
    expect(Object.keys(problemsOf(emptyDraft('not_same_person')))).toEqual(['source', 'reference']);
    expect(problemsOf({ ...emptyDraft('relief'), ...signed })).toEqual({});
    expect(Object.keys(problemsOf({ ...emptyDraft('unread_row'), ...signed, bears: 'conviction' }))).toEqual(['text']);
  });

  test('takes no half of a date and no amount of nothing', () => {
    expect(problemsOf({ ...emptyDraft('birth_date'), ...signed, date: '1960-13-01' })).toHaveProperty('date');
    expect(problemsOf({ ...emptyDraft('birth_date'), ...signed, date: '1985-02-31' })).toHaveProperty('date');
    expect(problemsOf({ ...emptyDraft('amount'), ...signed, amount: '0' })).toHaveProperty('amount');
  });

  test('sends an amount in grams, whatever the report uses', () => {
    const draft = { ...emptyDraft('amount'), ...signed, amount: '2', unit: 'ounces' as const };
    expect(factOf(draft, { line: null })).toEqual({ kind: 'amount', grams: 56.699 });
  });

  test('sends that there is no later order without words', () => {
    expect(factOf({ ...emptyDraft('relief'), date: '2001-01-01' }, { line: null })).toEqual({ kind: 'relief' });
  });
});
