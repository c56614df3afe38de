import { cannabis } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';
import { afterProp64 } from './after-prop-64.ts';
import { setAsideNote } from './set-aside-note.ts';

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
    afterProp64,
    {
      id: 'cannabis-conviction',
      title: 'Every conviction of HS 11357–11360 of this county from before 9 November 2016 is dismissed.',
      when: { term: 'offense', in: 'cannabis' },
      then: { outcome: 'dismiss' },
      cite: 'HS 11361.8(e), (f); HS 11361.9',
      confirm:
        'The office gives up every challenge: a felony that would be a misdemeanor today is dismissed as well, by agreement and not by right.',
      confirmEs:
        'La oficina renuncia a toda impugnación: también se desestima un delito grave que hoy sería menor, por acuerdo y no por derecho.',
    },
  ],
  otherwise: {
    title: 'Whether this is a conviction of HS 11357–11360 must be judged by a person.',
    then: { outcome: 'needs_review' },
    cite: 'HS 11361.9',
  },
  ...setAsideNote,
};
