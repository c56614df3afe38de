import { calendarDate } from '../../ui/format.ts';
import type { ListEntry } from '../model/policy.ts';

/** Whether an attempt at a listed offense, a conspiracy or being accessory to it counts as one. */
export const inchoateOptions = [
  { value: 'counts', label: 'Counts as listed' },
  { value: 'does_not_count', label: 'Does not count' },
  { value: 'unclear', label: 'Unclear: a person decides' },
] as const;

/** What an entry says beyond its statute, in a few words; empty where it says nothing more. */
export function entryWords({ exactly, may, from, to, nowKnownAs, attempts }: ListEntry): string {
  const span =
    from && to
      ? `convictions from ${calendarDate(from)} to ${calendarDate(to)}`
      : from
        ? `convictions from ${calendarDate(from)}`
        : to
          ? `convictions to ${calendarDate(to)}`
          : '';
  const attempt = inchoateOptions.find(({ value }) => value === attempts)?.label.toLowerCase();
  return [
    exactly ? 'only written just so' : '',
    may ? `a person decides: ${may}` : '',
    span,
    nowKnownAs ? `now ${nowKnownAs}` : '',
    attempt ? `an attempt: ${attempt}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}
