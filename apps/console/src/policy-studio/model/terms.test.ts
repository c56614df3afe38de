import { describe, expect, it } from 'vitest';
import { fieldsShown, listOptions, retermed, termFrom, type VocabularyTerm } from './terms.ts';
import type { Policy } from './policy.ts';

const field = (name: string, kind: VocabularyTerm['fields'][number]['kind'], more: object = {}) => ({
  name,
  kind,
  label: name,
  optional: false,
  ...more,
});
const compare = [
  { value: 'under', label: 'under' },
  { value: 'at_least', label: 'at least' },
];
const age: VocabularyTerm = {
  term: 'age_as_of',
  label: 'age today',
  fields: [field('compare', 'compare', { options: compare }), field('years', 'years', { min: 40, max: 65 })],
};
const ageAtConviction: VocabularyTerm = { ...age, term: 'age_at_conviction' };
const priors: VocabularyTerm = {
  term: 'convictions_in',
  label: 'others',
  fields: [field('list', 'list', { optional: true }), field('list2', 'list'), field('names', 'names')],
};
const convicted: VocabularyTerm = {
  term: 'convicted',
  label: 'convicted',
  fields: [
    field('compare', 'compare', { options: [{ value: 'before', label: 'before' }] }),
    field('date', 'date', { instead: 'yearsBeforeAsOf' }),
    field('yearsBeforeAsOf', 'years', { instead: 'date' }),
  ],
};
const policy = { lists: { cannabis: { title: 'cannabis offenses' }, other: { title: '' } } } as unknown as Policy;

describe('a new term', () => {
  it('has first choices, and never a threshold that nobody chose', () => {
    expect(termFrom(age, policy)).toEqual({ term: 'age_as_of', compare: 'under' });
    expect(termFrom(priors, policy)).toEqual({ term: 'convictions_in', list2: 'cannabis', names: [] });
  });

  it('keeps what it can of the one that it replaces', () => {
    const old = { term: 'age_as_of', compare: 'at_least', years: 50, unknown: 'fails' } as const;
    expect(retermed(old, age, ageAtConviction, policy)).toEqual({
      term: 'age_at_conviction',
      compare: 'at_least',
      years: 50,
    });
    expect(retermed(old, age, convicted, policy)).toEqual({ term: 'convicted', compare: 'before' });
  });
});

describe('the fields of a term', () => {
  const shown = (term: object) => fieldsShown(convicted, term as never).map(({ name }) => name);
  it('leave out the one of two that is not given, and show the first where neither is', () => {
    expect(shown({ term: 'convicted', yearsBeforeAsOf: 5 })).toEqual(['compare', 'yearsBeforeAsOf']);
    expect(shown({ term: 'convicted', date: '2016-11-09' })).toEqual(['compare', 'date']);
    expect(shown({ term: 'convicted' })).toEqual(['compare', 'date']);
  });
  it('offer lists by their titles', () => {
    expect(listOptions(policy).map(({ label }) => label)).toEqual(['cannabis offenses', 'list without a title']);
  });
});
