import { assaultive, marijuanaOfMichigan, overTenYears, underNinetyThreeDays } from '../lists/michigan.ts';
import type { Condition, Policy } from '../policy/policy.ts';

/** The automatic set-aside began on this day. */
const effective = { from: '2023-04-11' };

/** Felonies after ten years; the wait begins with the sentence, or with the release where that came later. */
const tenYears: readonly Condition[] = [
  { term: 'severity', is: ['felony'] },
  { term: 'convicted', compare: 'on_or_before', yearsBeforeAsOf: 10 },
  { term: 'sentence_ended', years: 10, parts: 'prison' },
  { term: 'conviction_free', years: 10 },
];
const sevenYears: readonly Condition[] = [
  { term: 'severity', is: ['misdemeanor'] },
  { term: 'convicted', compare: 'on_or_before', yearsBeforeAsOf: 7 },
];
const quietSevenYears: readonly Condition[] = [...sevenYears, { term: 'conviction_free', years: 7 }];

/** Michigan's automatic set-aside, for marijuana convictions: another state, said in the same words. */
export const miCleanSlate: Policy = {
  name: 'mi-clean-slate',
  version: '1.0.0',
  title: 'Michigan: automatic set-aside of marijuana convictions',
  jurisdiction: 'MI',
  legalBasis: 'MCL 780.621g',
  scope: { statutes: 'marijuana', county: 'any' },
  lists: {
    marijuana: marijuanaOfMichigan,
    under_93_days: underNinetyThreeDays,
    over_10_years: overTenYears,
    assaultive,
  },
  rules: [
    {
      id: 'over-ten-years',
      title: 'The offense is punished with more than 10 years.',
      when: { term: 'offense', in: 'over_10_years' },
      then: { outcome: 'not_eligible' },
      cite: 'MCL 780.621g(10)',
    },
    {
      id: 'two-assaultive',
      title: 'The person has more than one conviction for an assaultive crime.',
      when: {
        term: 'convictions_in',
        list: 'assaultive',
        atLeast: 2,
        when: 'any',
        section: 'any',
        per: 'count',
      },
      then: { outcome: 'not_eligible' },
      cite: 'MCL 780.621g(7)',
    },
    {
      id: 'under-93-days',
      title: 'A misdemeanor punished with less than 93 days, 7 years after the sentence.',
      when: { all: [...sevenYears, { term: 'offense', in: 'under_93_days' }] },
      then: { outcome: 'dismiss' },
      cite: 'MCL 780.621g(1)',
      effective,
    },
    {
      id: 'open-case',
      title: 'The person has an open case.',
      when: { term: 'open_case' },
      then: { outcome: 'not_eligible' },
      cite: 'MCL 780.621g(6)',
    },
    {
      id: 'misdemeanor',
      title: 'One of the 4 earliest misdemeanors, after 7 years without a conviction.',
      when: {
        all: [...quietSevenYears, { term: 'among_first', most: 4, order: 'earliest', classes: ['misdemeanor'] }],
      },
      then: { outcome: 'dismiss' },
      cite: 'MCL 780.621g(4), (5)',
      effective,
    },
    {
      id: 'more-misdemeanors',
      title: 'More than 4 misdemeanors: which of them are set aside must be judged by a person.',
      when: { all: quietSevenYears },
      then: { outcome: 'needs_review' },
      cite: 'MCL 780.621g(5)',
      effective,
    },
    {
      id: 'felony',
      title: 'One of the 2 earliest felonies, after 10 years without a conviction.',
      when: { all: [...tenYears, { term: 'among_first', most: 2, order: 'earliest', classes: ['felony'] }] },
      then: { outcome: 'dismiss' },
      cite: 'MCL 780.621g(2), (5)',
      effective,
    },
    {
      id: 'more-felonies',
      title: 'More than 2 felonies: which of them are set aside must be judged by a person.',
      when: { all: tenYears },
      then: { outcome: 'needs_review' },
      cite: 'MCL 780.621g(5)',
      effective,
    },
  ],
  otherwise: {
    title: 'The years that the law asks for have not passed without a conviction.',
    then: { outcome: 'not_eligible' },
    cite: 'MCL 780.621g',
  },
};
