import type { CountyRow } from '@clearance/contract';
import type { StatusWord } from '../ui/words.ts';

export const countyStatus: Readonly<Record<CountyRow['status'], StatusWord>> = {
  active: { word: 'Active', tone: 'quiet', sign: 'dot' },
  suspended: { word: 'Suspended', tone: 'stop', sign: 'cross' },
};
