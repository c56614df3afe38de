import { addDays, historicAliases } from '@clearance/record';

import type { ListEntry, StatuteList } from './statute-list.ts';

const NO_LONGER_LAW = 'was no longer the number of a cannabis offense when the person was convicted';

/** The old numbers are sure until the day they were replaced, doubtful after it, and something else once reused. */
function historicEntries(): ListEntry[] {
  return historicAliases.flatMap(({ code, section, standsFor, replaced, reused }) => {
    const entry = { statute: `${code} ${section}`, nowKnownAs: `${code} ${standsFor}` };
    const later = { ...entry, from: replaced, may: NO_LONGER_LAW };
    return [{ ...entry, to: addDays(replaced, -1) }, reused ? { ...later, to: addDays(reused, -1) } : later];
  });
}

/** HS 11357 to 11360, and the numbers they had before the Uniform Controlled Substances Act of 1972. */
export const cannabis: StatuteList = {
  title: 'cannabis offenses (HS 11357–11360)',
  cite: 'HS 11357–11360; Stats. 1972, ch. 1407',
  asOf: '2026-01-01',
  entries: [
    { statute: 'HS 11357' },
    { statute: 'HS 11358' },
    { statute: 'HS 11359' },
    { statute: 'HS 11360' },
    ...historicEntries(),
  ],
  attempts: 'counts',
  conspiracies: 'counts',
  accessories: 'unclear',
};
