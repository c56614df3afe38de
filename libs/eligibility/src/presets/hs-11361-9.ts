import { cannabis } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';

/** What the court orders of its own under AB 1706 where the prosecution did not challenge by 1 July 2020. */
export const hs113619: Policy = {
  name: 'hs-11361.9',
  version: '1.0.0',
  title: 'HS 11361.9: unchallenged convictions',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis },
  rules: [
    {
      id: 'after-prop-64',
      title: 'Convicted on or after 9 November 2016: whether the state listed it must be looked up.',
      when: { term: 'convicted', compare: 'on_or_after', date: '2016-11-09' },
      then: { outcome: 'needs_review' },
      cite: 'HS 11361.9(a)',
    },
    {
      id: 'sentence-complete',
      title: 'The sentence is complete and nobody challenged: dismissed and sealed.',
      when: { term: 'sentences', are: 'complete', of: 'this_conviction' },
      then: { outcome: 'dismiss', order: 'dismissal_and_sealing' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
      legalBasis: 'HS 11361.8(e), (f); HS 11361.9',
    },
    {
      id: 'serving',
      title: 'The sentence is still being served and nobody challenged: recalled.',
      when: { term: 'sentences', are: 'serving', of: 'this_conviction' },
      then: { outcome: 'reduce', order: 'recall' },
      cite: 'HS 11361.8(a), (b); HS 11361.9',
      legalBasis: 'HS 11361.8(a), (b); HS 11361.9',
    },
  ],
  otherwise: {
    title: 'Whether the sentence is complete must be judged by a person.',
    then: { outcome: 'needs_review' },
    cite: 'HS 11361.9',
  },
};
