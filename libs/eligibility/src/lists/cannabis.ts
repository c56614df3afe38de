import { addDays, addYears, historicAliases } from '@clearance/record';

import type { ListEntry, StatuteList } from './statute-list.ts';

const NO_LONGER_LAW = 'had long been replaced as the number of a cannabis offense when the person was convicted';

/**
 * An offense keeps the number that it had when it was committed, and felonies were prosecuted within three years of that
 * (PC 800 as it then stood): for so long after the recodification people were convicted under the old numbers.
 */
const YEARS_OF_PROSECUTION = 3;

/** The old numbers are sure while offenses under them were prosecuted, doubtful after that, and something else once reused. */
function historicEntries(): ListEntry[] {
  return historicAliases.flatMap(({ code, section, standsFor, replaced, reused }) => {
    const entry = { statute: `${code} ${section}`, nowKnownAs: `${code} ${standsFor}` };
    const doubtful = addYears(replaced, YEARS_OF_PROSECUTION);
    const later = { ...entry, from: doubtful, may: NO_LONGER_LAW };
    return [{ ...entry, to: addDays(doubtful, -1) }, reused ? { ...later, to: addDays(reused, -1) } : later];
  });
}

const entries: readonly ListEntry[] = [
  { statute: 'HS 11357' },
  { statute: 'HS 11358' },
  { statute: 'HS 11359' },
  { statute: 'HS 11360' },
  ...historicEntries(),
];

/** HS 11357 to 11360, and the numbers they had before the Uniform Controlled Substances Act of 1972. */
export const cannabis: StatuteList = {
  title: 'cannabis offenses (HS 11357–11360)',
  titleEs: 'delitos de cannabis (HS 11357–11360)',
  cite: 'HS 11357–11360; Stats. 1972, ch. 1407',
  asOf: '2026-01-01',
  entries,
  attempts: 'counts',
  conspiracies: 'counts',
  accessories: 'unclear',
};

const sectionsOf = (...sections: readonly string[]): ListEntry[] =>
  entries.filter(({ nowKnownAs, statute }) => sections.includes(nowKnownAs ?? statute));

/** HS 11357, which knows no exclusion by super-strikes, registration or earlier convictions. */
export const possession: StatuteList = {
  ...cannabis,
  title: 'offenses of possession of cannabis (HS 11357)',
  titleEs: 'delitos de posesión de cannabis (HS 11357)',
  cite: 'HS 11357; Stats. 1972, ch. 1407',
  entries: sectionsOf('HS 11357'),
};

/** HS 11357(a) and (b) as they stood before 9 November 2016: concentrate, and an ounce or less. */
export const possessionAOrB: StatuteList = {
  ...possession,
  title: 'offenses of HS 11357(a) or (b)',
  titleEs: 'delitos de HS 11357(a) o (b)',
  cite: 'HS 11357(a), (b)',
  entries: [{ statute: 'HS 11357(a)' }, { statute: 'HS 11357(b)' }],
};

/** HS 11357(b) as it stood before 9 November 2016: at most 28.5 grams, which an adult of 21 may have today. */
export const possessionWithinLimits: StatuteList = {
  ...possession,
  title: 'offenses of possession of 28.5 grams of cannabis or less (HS 11357(b))',
  titleEs: 'delitos de posesión de 28.5 gramos de cannabis o menos (HS 11357(b))',
  cite: 'HS 11357(b), 11362.1(a)',
  entries: [{ statute: 'HS 11357(b)' }],
};

/** HS 11358 to 11360, of which some felonies were left by Proposition 64. */
export const cultivationOrSale: StatuteList = {
  ...cannabis,
  title: 'offenses of cultivation, possession for sale, sale or transport of cannabis (HS 11358–11360)',
  titleEs: 'delitos de cultivo, posesión para la venta, venta o transporte de cannabis (HS 11358–11360)',
  cite: 'HS 11358–11360; Stats. 1972, ch. 1407',
  entries: sectionsOf('HS 11358', 'HS 11359', 'HS 11360'),
};

/** HS 11359 and 11360. */
export const sale: StatuteList = {
  ...cannabis,
  title: 'offenses of possession for sale, sale or transport of cannabis (HS 11359, 11360)',
  titleEs: 'delitos de posesión para la venta, venta o transporte de cannabis (HS 11359, 11360)',
  cite: 'HS 11359, 11360; Stats. 1972, ch. 1407',
  entries: sectionsOf('HS 11359', 'HS 11360'),
};

/** HS 11357 and 11358, by today's numbers and those of old. */
export const possessionOrCultivation: StatuteList = {
  ...cannabis,
  title: 'offenses of possession or cultivation of cannabis (HS 11357, 11358)',
  titleEs: 'delitos de posesión o cultivo de cannabis (HS 11357, 11358)',
  entries: sectionsOf('HS 11357', 'HS 11358'),
};
