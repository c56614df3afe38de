import type { AuditEventRow } from '@clearance/contract';
import { capital, pastOf, plainWords } from './past-tense.ts';
import { doneHere, refusedHere, word, type ActionWord } from './action-table.ts';
import { oneOf } from './target-words.ts';

/** Actions that a filter offers, in the order of the work. */
export const knownActions: readonly string[] = Object.keys(doneHere);

/** The words of any action code; one without words of its own is read as noun and verb: `order.file`. */
export function actionWord(code: string): ActionWord {
  const known = doneHere[code] ?? refusedHere[code];
  if (known) return known;
  const parts = code.split('.');
  const verb = plainWords(parts.length > 1 ? (parts.at(-1) ?? code) : 'record');
  const noun = oneOf((parts.length > 1 ? parts.slice(0, -1) : parts).join('_'));
  const [first = verb, ...rest] = verb.split(' ');
  const after = rest.length > 0 ? ` ${rest.join(' ')} on` : '';
  return word(
    `${capital(pastOf(first))}${after} ${noun}`,
    first === 'done' ? `finish ${noun}` : `${first}${after} ${noun}`,
  );
}

/** What happened, as a sentence about somebody: `Signed in`, `Tried to approve a conviction`. */
export function whatHappened({ action, outcome }: Pick<AuditEventRow, 'action' | 'outcome'>): string {
  const { did, tried, failed } = actionWord(action);
  if (outcome === 'success') return did;
  return outcome === 'failed' && failed ? failed : `Tried to ${tried}`;
}
