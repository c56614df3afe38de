import { cannabis, possessionOrCultivation } from '../lists/cannabis.ts';
import type { Policy } from '../policy/policy.ts';
import { cityProsecutors } from '../routing/los-angeles.ts';
import { afterProp64 } from './after-prop-64.ts';

/** What the Los Angeles District Attorney moved to dismiss in September 2021. */
export const la2021: Policy = {
  name: 'la-2021',
  version: '2.0.0',
  title: 'Los Angeles, September 2021',
  jurisdiction: 'CA',
  legalBasis: 'HS 11361.8(e), (f)',
  scope: { statutes: 'cannabis', county: 'any' },
  lists: { cannabis, possession_or_cultivation: possessionOrCultivation },
  rules: [
    afterProp64,
    {
      id: 'felony-possession-or-cultivation',
      title: 'Every felony of possession or cultivation is dismissed and sealed.',
      when: {
        all: [
          { term: 'severity', is: ['felony'] },
          { term: 'offense', in: 'possession_or_cultivation' },
        ],
      },
      then: { outcome: 'dismiss', order: 'dismissal_and_sealing' },
      cite: 'HS 11361.8(e), (f); HS 11357, 11358',
    },
    {
      id: 'other-felony',
      title: 'A felony of sale or transport is this office’s own to look at, whoever made the arrest.',
      when: { term: 'severity', is: ['felony'] },
      then: { outcome: 'needs_review' },
      cite: 'GC 26500; HS 11359, 11360',
    },
    {
      id: 'county-misdemeanor',
      title: 'Every misdemeanor or infraction filed where no city has a prosecutor of its own is dismissed and sealed.',
      when: {
        all: [
          { term: 'severity', is: ['misdemeanor', 'infraction'] },
          { not: { term: 'agency', in: cityProsecutors } },
        ],
      },
      then: { outcome: 'dismiss', order: 'dismissal_and_sealing' },
      cite: 'HS 11361.8(e), (f); GC 26500',
    },
  ],
  otherwise: {
    title: 'A misdemeanor or infraction that a city prosecutes itself is referred to that city.',
    then: { outcome: 'refer' },
    cite: 'HS 11361.9(b); GC 41803.5',
  },
  confirm:
    'The order of February 2020 had granted many of these already. Where the file does not show it yet, compare the list of 2020 before filing. What was set aside under PC 1203.4 or noted under PC 1203.425 is out of scope here; HS 11361.8 gives more, so the office may keep it in scope.',
  confirmEs:
    'La orden de febrero de 2020 ya había concedido muchas de estas. Donde el archivo aún no lo muestra, hay que comparar la lista de 2020 antes de presentar. Lo dejado sin efecto según PC 1203.4 o anotado según PC 1203.425 queda aquí fuera del alcance; HS 11361.8 concede más, de modo que la oficina puede mantenerlo dentro del alcance.',
};
