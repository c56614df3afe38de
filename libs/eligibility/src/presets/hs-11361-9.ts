import { beyondPossession, cannabis, concentratedCannabis, ounceOrLess } from '../lists/cannabis.ts';
import type { Condition, Policy } from '../policy/policy.ts';
import { afterProposition64, only } from './proposition-64.ts';

const complete: Condition = { term: 'sentences', are: 'complete', of: 'this_conviction' };
const serving: Condition = { term: 'sentences', are: 'serving', of: 'this_conviction' };

/**
 * 21 or older at the offense, whichever of the two days shows it: the arrest, or, where no arrest is on record, a
 * conviction so late that the offense cannot have been committed before (PC 801, 802).
 */
const adult: Condition = {
  any: [
    { term: 'age_at_offense', compare: 'at_least', years: 21, within: 3 },
    { term: 'age_at_conviction', compare: 'at_least', years: 24 },
  ],
};

/** What is lawful today: an adult with an ounce or less, or with eight grams of concentrate or less (HS 11362.1). */
const lawfulToday: Condition = {
  all: [
    adult,
    {
      any: [
        { all: only('ounce_or_less', 'beyond_possession') },
        {
          all: [...only('concentrated', 'beyond_possession'), { term: 'amount', compare: 'at_most', grams: 8 }],
        },
      ],
    },
  ],
};

/** What the court orders of its own under AB 1706 where the prosecution did not challenge by July 1, 2020. */
export const hs113619: Policy = {
  name: 'hs-11361.9',
  version: '2.0.0',
  title: 'HS 11361.9: unchallenged convictions',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: {
    cannabis,
    ounce_or_less: ounceOrLess,
    concentrated: concentratedCannabis,
    beyond_possession: beyondPossession,
  },
  rules: [
    afterProposition64,
    {
      id: 'serving-lawful-today',
      title: 'What is lawful today, with the sentence still being served: dismissed as legally invalid.',
      when: { all: [serving, lawfulToday] },
      then: { outcome: 'dismiss', order: 'dismissal' },
      cite: 'HS 11361.8(a), (b), 11362.1(a); HS 11361.9 (AB 1706, 2022)',
      legalBasis: 'HS 11361.8(a), (b); HS 11361.9',
    },
    {
      id: 'serving',
      title: 'The sentence is still being served and nobody challenged: recalled.',
      when: serving,
      then: { outcome: 'reduce', order: 'recall' },
      cite: 'HS 11361.8(a), (b); HS 11361.9 (AB 1706, 2022)',
      legalBasis: 'HS 11361.8(a), (b); HS 11361.9',
      confirm:
        'Possession by persons under 21, or above the limits, may end in a dismissal instead; the court decides when it recalls the sentence.',
    },
    {
      id: 'lawful-today',
      title: 'What is lawful today, with the sentence complete: dismissed and sealed.',
      when: { all: [complete, lawfulToday] },
      then: { outcome: 'dismiss', order: 'dismissal_and_sealing' },
      cite: 'HS 11361.8(e), (f), 11362.1(a); HS 11361.9 (AB 1706, 2022)',
      legalBasis: 'HS 11361.8(e), (f); HS 11361.9',
    },
    {
      id: 'felony-complete',
      title: 'A felony of HS 11358–11360 with the sentence complete is a misdemeanor today: redesignated.',
      when: {
        all: [complete, { term: 'severity', is: ['felony'] }, { term: 'offense', in: 'beyond_possession' }],
      },
      then: { outcome: 'reduce', order: 'redesignation' },
      cite: 'HS 11361.8(e), (f), 11358(c), 11359(b), 11360(a)(2); HS 11361.9 (AB 1706, 2022)',
      legalBasis: 'HS 11361.8(e), (f); HS 11361.9',
      confirm:
        'Six plants or fewer, and some gifts and transport, are lawful today and may be dismissed and sealed on proof of the amount; the file does not show it.',
    },
  ],
  otherwise: {
    title: 'Whether the conduct is lawful or a lesser offense today must be judged by a person.',
    then: { outcome: 'needs_review' },
    cite: 'HS 11361.8(e), (f); HS 11361.9 (AB 1706, 2022)',
    confirm:
      'Misdemeanors of HS 11358–11360, and possession by persons under 21 or above the limits, may be redesignated as an infraction or not change at all.',
  },
  confirm:
    'A conviction set aside under PC 1203.4 is out of scope here. HS 11361.8 gives more, so an office may decide to keep it in scope.',
};
