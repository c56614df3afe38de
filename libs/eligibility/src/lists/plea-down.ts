import { cannabis } from './cannabis.ts';
import type { ListEntry, StatuteList } from './statute-list.ts';

const entries: readonly ListEntry[] = [{ statute: 'PC 32' }, { statute: 'HS 11364' }, { statute: 'HS 11366' }];

/** What cannabis charges were pleaded down to: accessory, paraphernalia, keeping a place for drugs. */
export const pleaDown: StatuteList = {
  title: 'offenses that cannabis charges were pleaded down to (PC 32, HS 11364, 11366)',
  titleEs: 'delitos a los que se rebajaban los cargos de cannabis (PC 32, HS 11364, 11366)',
  cite: 'PC 32; HS 11364, 11366',
  asOf: '2026-01-01',
  entries,
  attempts: 'counts',
  conspiracies: 'counts',
  accessories: 'unclear',
  confirm: 'These three are the pleas that the office named; others may have been taken.',
};

/** Both together, as the scope of a policy that looks at pleas as well. */
export const cannabisAndPleaDown: StatuteList = {
  ...cannabis,
  title: 'cannabis offenses (HS 11357–11360) and what they were pleaded down to (PC 32, HS 11364, 11366)',
  titleEs: 'delitos de cannabis (HS 11357–11360) y aquellos a los que se rebajaban (PC 32, HS 11364, 11366)',
  cite: `${cannabis.cite}; ${pleaDown.cite}`,
  entries: [...cannabis.entries, ...entries],
};
