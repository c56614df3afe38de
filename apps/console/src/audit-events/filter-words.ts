import type { AuditFilter } from '@clearance/contract';
import { whatHappened } from './action-words.ts';
import { rangeInWords } from './day-range.ts';
import { manyOf } from './target-words.ts';

/** One condition of a filter in words, with the keys that make it up. */
export interface FilterPhrase {
  readonly keys: readonly (keyof AuditFilter)[];
  readonly says: string;
}

/** The name of whoever has this id; undefined where it is not known. */
export type NameOf = (actorId: string) => string | undefined;

const outcomes: Readonly<Record<NonNullable<AuditFilter['outcome']>, string>> = {
  success: 'that were done',
  refused: 'that were refused',
  failed: 'that failed',
};

/** Acts without a person behind them. */
export const nobodies: Readonly<Record<string, string>> = {
  system: 'Clearance itself',
  anonymous: 'somebody not signed in',
};

const targetSays = ({ targetType, targetId }: AuditFilter) => {
  if (targetId) return `about ${targetType ? `one of the ${manyOf(targetType)}` : 'one thing'}`;
  return targetType ? `about ${manyOf(targetType)}` : undefined;
};

/** Each condition of a filter in words, in the order in which one would say them. */
export function filterPhrases(filter: AuditFilter, nameOf: NameOf): readonly FilterPhrase[] {
  const { from, to, actorId, action, outcome, bulkReviewId } = filter;
  const all: readonly (readonly [FilterPhrase['keys'], string | undefined])[] = [
    [['actorId'], actorId && `by ${nobodies[actorId] ?? nameOf(actorId) ?? 'one person'}`],
    [['action'], action && `“${whatHappened({ action, outcome: outcome ?? 'success' })}”`],
    [['targetType', 'targetId'], targetSays(filter)],
    [['outcome'], outcome && outcomes[outcome]],
    [['bulkReviewId'], bulkReviewId && 'of one bulk review'],
    [['from', 'to'], rangeInWords(from, to)],
  ];
  return all.flatMap(([keys, says]) => (says ? [{ keys, says }] : []));
}

/** The whole filter as a line: `Every entry`, or `Entries by Ana Ortiz, about convictions, since Nov 1, 2016`. */
export function filterInWords(filter: AuditFilter, nameOf: NameOf): string {
  const phrases = filterPhrases(filter, nameOf);
  return phrases.length === 0 ? 'Every entry' : `Entries ${phrases.map(({ says }) => says).join(', ')}`;
}
