import type { PolicyDifferences } from '@clearance/contract';
import { calendarDate, counted } from '../../ui/format.ts';
import type { StatusWord } from '../../ui/words.ts';

export type Part = PolicyDifferences['parts'][number];

/** What happened to a part, as a chip with a word. */
export const changeWords: Readonly<Record<Part['change'], StatusWord>> = {
  added: { word: 'Added', tone: 'done', sign: 'check' },
  removed: { word: 'Removed', tone: 'stop', sign: 'cross' },
  changed: { word: 'Changed', tone: 'wait', sign: 'dot' },
  moved: { word: 'Moved', tone: 'act', sign: 'arrow' },
};

/** The heading of a part: `Rule 3`, `Rule 3, before it was number 5`, `List of super-strikes`. */
export function partTitle({ part, before, after, placeBefore, placeAfter }: Part): string {
  if (part === 'about') return 'About the policy';
  if (part === 'scope') return 'Offenses in scope';
  if (part === 'otherwise') return 'In every other case';
  if (part === 'list') return `List: ${(after ?? before ?? '').replace(/:\s[^:]*$/, '')}`;
  if (placeAfter === null) return `Rule that was number ${placeBefore ?? ''}`;
  if (placeBefore === null || placeBefore === placeAfter) return `Rule ${placeAfter}`;
  return `Rule ${placeAfter}, before it was number ${placeBefore}`;
}

/** The fields that only machines name: people read the title and the version in force. */
const unseen: Readonly<Record<string, readonly string[]>> = { about: ['name', 'version'], scope: ['list'] };

/** What of a part changed and is worth showing beside the sentences, without what these say already. */
export function fieldsSaid({ part, change, fields }: Part): readonly Part['fields'][number][] {
  const said = part === 'rule' || part === 'otherwise' ? ['condition', 'outcome'] : [];
  if (change !== 'changed' && part === 'rule') return fields.filter(({ field }) => field === 'title');
  // What is gone is said once, with all that it held at the left.
  if (change === 'removed') return [];
  return fields.filter(({ field }) => ![...said, ...(unseen[part] ?? []), 'statute', 'pair'].includes(field));
}

/** Dates as the office writes them, blanks as what they mean. */
export function fieldValue(value: string): string {
  if (value === '') return '(nothing)';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? calendarDate(value) : value;
}

/** The title of a rule is the reason that people read. */
export const fieldLabel = (field: string, { part }: Pick<Part, 'part'>): string =>
  field === 'title' && (part === 'rule' || part === 'otherwise')
    ? 'Reason'
    : field.charAt(0).toUpperCase() + field.slice(1);

/** Whether a rule that is on both sides is tried at another place. */
export const isMoved = ({ placeBefore, placeAfter }: Part): boolean =>
  placeBefore !== null && placeAfter !== null && placeBefore !== placeAfter;

/** The statutes and pairs of a list that came and went. */
export function statutesOf({ part, fields }: Part): {
  readonly added: readonly string[];
  readonly removed: readonly string[];
} {
  const own = part === 'list' ? fields.filter(({ field }) => field === 'statute' || field === 'pair') : [];
  return {
    added: own.flatMap(({ after }) => (after === '' ? [] : [after])),
    removed: own.flatMap(({ before }) => (before === '' ? [] : [before])),
  };
}

/** All of it in one sentence: `3 rules changed, 1 rule added, 1 list changed.` */
export function summaryOf(parts: readonly Part[]): string {
  if (parts.length === 0) return 'Both say the same.';
  const kinds = [
    ['rule', 'rule'],
    ['list', 'list'],
  ] as const;
  const changes = ['added', 'removed', 'changed', 'moved'] as const;
  const counts = kinds.flatMap(([kind, word]) =>
    changes.flatMap((change) => {
      const many = parts.filter((part) => part.part === kind && part.change === change).length;
      return many > 0 ? [`${counted(many, word)} ${change}`] : [];
    }),
  );
  const others = parts
    .filter(({ part }) => part !== 'rule' && part !== 'list')
    .map((part) => partTitle(part).toLowerCase());
  const all = [...counts, ...(others.length > 0 ? [`changed: ${others.join(', ')}`] : [])].join('; ');
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}
