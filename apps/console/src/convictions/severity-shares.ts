import { severities } from '@clearance/contract';
import { severityWords } from '../ui/words.ts';
import type { Share } from './ShareBar.tsx';

/** Counts by severity in the order of gravity, whatever the order of the answer. */
export const severityShares = (counts: Readonly<Record<string, number>>): readonly Share[] =>
  severities.map((severity) => ({ word: severityWords[severity].word, count: counts[severity] ?? 0 }));
