import type { SimulationRow } from '@clearance/contract';
import type { StatusWord } from '../ui/words.ts';

/** How a simulation stands. */
export const simulationStateWords: Readonly<Record<SimulationRow['state'], StatusWord>> = {
  running: { word: 'Running', tone: 'wait', sign: 'clock' },
  done: { word: 'Done', tone: 'done', sign: 'check' },
  failed: { word: 'Failed', tone: 'stop', sign: 'warning' },
  cancelled: { word: 'Cancelled', tone: 'plain', sign: 'cross' },
  overtaken: { word: 'Overtaken', tone: 'quiet', sign: 'arrow' },
};
