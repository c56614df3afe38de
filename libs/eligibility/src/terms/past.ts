import type { Truth } from '../determination.ts';
import type { Subject } from '../evaluate/subject.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import { dateText } from '../fact.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { Severity } from '../policy/term.ts';
import { severities } from '../policy/term.ts';
import { every } from '../truth.ts';
import type { Missing } from './check.ts';

/** Whether one conviction on record is such as a term asks for, and what is missing where that is unknown. */
export interface Finding {
  readonly event: ConvictionEvent;
  readonly result: Truth;
  readonly missing: readonly Missing[];
}

/** One of the things that are asked of a conviction. */
export interface Part {
  readonly result: Truth;
  readonly missing?: Missing | undefined;
}

/** A finding that holds when all its parts do. */
export function finding(event: ConvictionEvent, parts: readonly Part[]): Finding {
  const result = every(parts.map((part) => part.result));
  if (result !== 'unknown') return { event, result, missing: [] };
  return { event, result, missing: parts.flatMap((part) => (part.result === 'unknown' ? (part.missing ?? []) : [])) };
}

/**
 * Whether this is a conviction, one that still counts as an earlier one of the person, and not another one told twice. An
 * adjudication is none: WIC 203.
 */
export function counts(subject: Subject, event: ConvictionEvent): Part[] {
  if (event.adjudicated && event !== subject.event) return [{ result: false }];
  return countsOrStrikes(subject, event);
}

/** The same where an adjudication of such an offense may count: PC 667(d)(3), WIC 707(b), PC 290.008. */
export function countsOrStrikes(subject: Subject, event: ConvictionEvent): Part[] {
  const parts: Part[] = [];
  if (event.convicted.state !== 'known') {
    parts.push({ result: 'unknown', missing: about(subject, event, 'disposition', event.convicted) });
  }
  if (event !== subject.event && (event.conviction.mayRepeat !== undefined || event.mayBeSameAs(subject.event))) {
    parts.push({
      result: 'unknown',
      missing: about(subject, event, 'other_convictions', { why: TOLD_TWICE, cells: event.offenseCells }),
    });
  }
  const { relief } = event;
  if (relief.state === 'known') parts.push({ result: relief.value.countsAsPrior });
  else parts.push({ result: 'unknown', missing: about(subject, event, 'relief', relief) });
  return parts;
}

const TOLD_TWICE = 'whether it is another conviction, or one told twice, is not known';

/** Whether the offense of this conviction is in a list. */
export function isListed(subject: Subject, event: ConvictionEvent, list: StatuteList): Part {
  const match = event.matches(list);
  if (match.result !== 'unknown') return { result: match.result };
  const why = match.why ?? 'the offense cannot be read';
  return { result: 'unknown', missing: about(subject, event, 'offense', { why, cells: event.offenseCells }) };
}

/** Whether a conviction is of one of these classes. What nobody can read of another one may have reduced it. */
export function isOfClass(subject: Subject, event: ConvictionEvent, classes: readonly Severity[]): Part {
  const severity = subject.severityOf(event);
  const isOwn = event === subject.event;
  const isSure = severity.state === 'known' && (isOwn || event.convicted.state === 'known');
  if (isSure) return { result: classes.includes(severity.value) };
  const possible = isOwn ? severities : event.possibleSeverities;
  const some = possible.some((each) => classes.includes(each));
  if (!some || possible.every((each) => classes.includes(each))) return { result: some };
  // Where the severity is stated it is the disposition that is unread, and whoever asks for a conviction says that.
  return {
    result: 'unknown',
    missing: severity.state === 'known' ? undefined : about(subject, event, 'severity', severity),
  };
}

/** What is missing, said of this conviction by its own name and of any other with its date and line. */
export function about(
  subject: Subject,
  event: ConvictionEvent,
  fact: Missing['fact'],
  { why, cells }: Pick<Missing, 'why' | 'cells'>,
): Missing {
  if (event === subject.event) return { fact, why, cells };
  const of = { conviction: event.conviction.key, fact };
  return { fact: 'other_convictions', why: `${nameOf(event)}: ${why}`, cells, of };
}

/** How a trace calls a conviction: what, when, and where it stands. */
export function nameOf(event: ConvictionEvent): string {
  const what = event.count.offense.text === '' ? 'an offense that is not given' : event.count.offense.text;
  return `${what}, ${dateText(event.date)} (line ${event.row.line})`;
}
