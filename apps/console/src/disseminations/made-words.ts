import type { MadeFile } from '@clearance/contract';
import type { StatusWord } from '../ui/words.ts';

/** How a file stands that is made to be given out. */
export const madeStateWords: Readonly<Record<MadeFile['state'], StatusWord>> = {
  running: { word: 'Being made', tone: 'wait', sign: 'clock' },
  done: { word: 'Ready', tone: 'done', sign: 'check' },
  failed: { word: 'Failed', tone: 'stop', sign: 'warning' },
  cancelled: { word: 'Cancelled', tone: 'quiet', sign: 'ring' },
  expired: { word: 'Expired', tone: 'quiet', sign: 'ring' },
};

/** What is wrong with a field of the form, if anything. */
export function missingIn({ recipient, purpose }: { readonly recipient: string; readonly purpose: string }) {
  return {
    recipient: recipient.trim().length < 3 ? 'Say to whom the file goes: the office and the person there.' : undefined,
    purpose: purpose.trim().length < 3 ? 'Say in a few words what it is for.' : undefined,
  };
}
