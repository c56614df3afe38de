import { cannabis } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';
import { afterProp64 } from './after-prop-64.ts';
import { setAsideNote } from './set-aside-note.ts';

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
    afterProp64,
    {
      id: 'felony',
      title: 'Every felony is reduced to a misdemeanor.',
      when: { term: 'severity', is: ['felony'] },
      then: { outcome: 'reduce', order: 'redesignation' },
      cite: 'HS 11361.8(e); HS 11361.9',
    },
    {
      id: 'misdemeanor',
      title: 'Every misdemeanor is dismissed.',
      when: { term: 'severity', is: ['misdemeanor'] },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
    },
  ],
  otherwise: {
    title: 'An infraction was no part of the published rule.',
    then: { outcome: 'needs_review' },
    cite: 'HS 11361.9',
    confirm: 'What San Diego did with infractions is not in the published rule.',
    confirmEs: 'Lo que San Diego hizo con las infracciones no está en la regla publicada.',
  },
  ...setAsideNote,
};
