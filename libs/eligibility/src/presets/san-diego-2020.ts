import { cannabis } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';
import { afterProposition64 } from './proposition-64.ts';

const SOURCE = 'San Diego County District Attorney, February 2020';

/** San Diego: felonies become misdemeanors, misdemeanors are dismissed. */
export const sanDiego2020: Policy = {
  name: 'san-diego-2020',
  version: '2.0.0',
  title: 'San Diego, 2020',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.9',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis },
  rules: [
    afterProposition64,
    {
      id: 'felony',
      title: 'Every felony is reduced to a misdemeanor.',
      when: { term: 'severity', is: ['felony'] },
      then: { outcome: 'reduce', order: 'redesignation' },
      cite: `HS 11361.8(e); HS 11361.9; ${SOURCE}`,
    },
    {
      id: 'misdemeanor',
      title: 'Every misdemeanor is dismissed.',
      when: { term: 'severity', is: ['misdemeanor'] },
      then: { outcome: 'dismiss' },
      cite: `HS 11361.8(e), (f); HS 11361.9; ${SOURCE}`,
    },
  ],
  otherwise: {
    title: 'An infraction was no part of the published rule.',
    then: { outcome: 'needs_review' },
    cite: `HS 11361.9; ${SOURCE}`,
    confirm: 'What San Diego did with infractions is not in the published rule.',
  },
};
