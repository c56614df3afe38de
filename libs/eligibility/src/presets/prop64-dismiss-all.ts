import { cannabis } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';
import { afterProposition64 } from './proposition-64.ts';

/** Every conviction of HS 11357 to 11360 of the county from before Proposition 64 is dismissed. */
export const prop64DismissAll: Policy = {
  name: 'prop64-dismiss-all',
  version: '2.0.0',
  title: 'Proposition 64: dismiss every cannabis conviction',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis },
  rules: [
    afterProposition64,
    {
      id: 'cannabis-conviction',
      title: 'Every conviction of HS 11357–11360 of this county is dismissed.',
      when: { term: 'offense', in: 'cannabis' },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
      confirm:
        'The office gives up every challenge: a felony that would be a misdemeanor today is dismissed as well, by agreement and not by right.',
    },
  ],
  otherwise: {
    title: 'Whether this is a conviction of HS 11357–11360 must be judged by a person.',
    then: { outcome: 'needs_review' },
    cite: 'HS 11361.9',
  },
};
