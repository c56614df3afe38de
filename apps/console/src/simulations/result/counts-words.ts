import type { SimulationRow } from '@clearance/contract';
import { calendarDate } from '../../ui/format.ts';

/** What a figure of a simulation counts: `Convictions. Before: version 3. After: the policy tried. As of …` */
export const countsWords = ({ base, asOf }: SimulationRow, what = 'Convictions'): string =>
  `${what}. Before: version ${base.version}, in force. After: the policy tried. As of ${calendarDate(asOf)}.`;
