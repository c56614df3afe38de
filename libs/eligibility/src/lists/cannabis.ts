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

/** Some of the sections, by today's numbers and those of old. */
function ofSections(sections: readonly string[], titles: Pick<StatuteList, 'title' | 'titleEs'>): StatuteList {
  return { ...cannabis, ...titles, entries: entries.filter((one) => sections.includes(one.nowKnownAs ?? one.statute)) };
}

export const possession = ofSections(['HS 11357'], {
  title: 'offenses of possession of cannabis (HS 11357)',
  titleEs: 'delitos de posesión de cannabis (HS 11357)',
});

/** HS 11357 and 11358, by today's numbers and those of old. */
export const possessionOrCultivation = ofSections(['HS 11357', 'HS 11358'], {
  title: 'offenses of possession or cultivation of cannabis (HS 11357, 11358)',
  titleEs: 'delitos de posesión o cultivo de cannabis (HS 11357, 11358)',
});

/** What is more than possession. Only these know exclusions by priors, super-strikes and registration. */
export const beyondPossession = ofSections(['HS 11358', 'HS 11359', 'HS 11360'], {
  title: 'offenses of cultivation or sale of cannabis (HS 11358–11360)',
  titleEs: 'delitos de cultivo o venta de cannabis (HS 11358–11360)',
});

export const sale = ofSections(['HS 11359', 'HS 11360'], {
  title: 'offenses of sale of cannabis (HS 11359, 11360)',
  titleEs: 'delitos de venta de cannabis (HS 11359, 11360)',
});

/** The two subdivisions that Los Angeles dismissed; before 1972 possession had none of these. */
export const possessionAOrB: StatuteList = {
  ...cannabis,
  title: 'offenses of possession of cannabis under subdivision (a) or (b) (HS 11357)',
  titleEs: 'delitos de posesión de cannabis de los incisos (a) o (b) (HS 11357)',
  cite: 'HS 11357(a), (b)',
  entries: [{ statute: 'HS 11357(a)' }, { statute: 'HS 11357(b)' }],
};

/** From 1976 on subdivision (b) was possession of an ounce or less. */
const OUNCE_FROM = '1976-01-01';

export const ounceOrLess: StatuteList = {
  ...cannabis,
  title: 'offenses of possession of an ounce of cannabis or less (HS 11357(b), 1976 to 2016)',
  titleEs: 'delitos de posesión de una onza de cannabis o menos (HS 11357(b), de 1976 a 2016)',
  cite: 'HS 11357(b) as in force from 1976 to 2016',
  entries: [{ statute: 'HS 11357(b)', from: OUNCE_FROM, to: '2016-11-08' }],
};

export const concentratedCannabis: StatuteList = {
  ...cannabis,
  title: 'offenses of possession of concentrated cannabis (HS 11357(a), 1976 to 2016)',
  titleEs: 'delitos de posesión de cannabis concentrado (HS 11357(a), de 1976 a 2016)',
  cite: 'HS 11357(a) as in force from 1976 to 2016',
  entries: [{ statute: 'HS 11357(a)', from: OUNCE_FROM, to: '2016-11-08' }],
};
