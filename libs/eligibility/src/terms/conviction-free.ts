import { addYears } from '@clearance/record';

import type { Truth } from '../determination.ts';
import type { Subject } from '../evaluate/subject.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import { boundsOf, dateText, isBefore, rangeText } from '../fact.ts';
import type { ConvictionFreeTerm, Severity } from '../policy/term.ts';
import type { TermCheck } from './check.ts';
import { missingOf, open, settled } from './check.ts';
import type { Finding } from './past.ts';
import { about, counts, finding, isOfClass } from './past.ts';

export const convictionFree: TermCheck<ConvictionFreeTerm> = (term, subject) => {
  const candidates = subject.person.events.map((event) => inClasses(subject, event, term.classes));
  const recent = candidates
    .filter(({ result }) => result !== false)
    .map((each) => ({ each, within: isWithin(subject, each.event, term.years) }));
  const against = recent.find(({ each, within }) => each.result === true && within === true);
  if (against) {
    const { event } = against.each;
    return settled(false, valueOf(subject, event), subject.dateOf(event).cells, sum(subject, event, term.years));
  }
  const doubtful = recent.filter(({ within }) => within !== false);
  if (doubtful.length > 0) {
    const missing = doubtful.flatMap(({ each, within }) => [
      ...each.missing,
      ...(within === 'unknown'
        ? missingOf('conviction_date', subject.dateOf(each.event)).map((one) =>
            about(subject, each.event, one.fact, one),
          )
        : []),
    ]);
    return open(doubtful.map(({ each }) => valueOf(subject, each.event)).join('; '), missing);
  }
  const last = latest(
    subject,
    recent.map(({ each }) => each.event),
  );
  if (!last) return settled(true, `no ${classWords(term.classes)}conviction on record`, []);
  return settled(true, valueOf(subject, last), subject.dateOf(last).cells, sum(subject, last, term.years));
};

function classWords(classes: readonly Severity[] | undefined): string {
  return classes ? `${classes.join(' or ')} ` : '';
}

function inClasses(subject: Subject, event: ConvictionEvent, classes: readonly Severity[] | undefined): Finding {
  return finding(event, [...counts(subject, event), ...(classes ? [isOfClass(subject, event, classes)] : [])]);
}

/** Whether fewer than `years` years have gone by at the as-of date; on the anniversary they have. */
function isWithin(subject: Subject, event: ConvictionEvent, years: number): Truth {
  const { low, high } = boundsOf(subject.dateOf(event));
  const anniversary = { low: low && addYears(low, years), high: high && addYears(high, years) };
  return isBefore({ low: subject.asOf, high: subject.asOf }, anniversary);
}

function latest(subject: Subject, events: readonly ConvictionEvent[]): ConvictionEvent | undefined {
  const highest = (event: ConvictionEvent) => boundsOf(subject.dateOf(event)).high ?? '';
  return events.reduce<ConvictionEvent | undefined>(
    (last, event) => (last && highest(last) >= highest(event) ? last : event),
    undefined,
  );
}

function valueOf(subject: Subject, event: ConvictionEvent): string {
  return `convicted ${dateText(subject.dateOf(event))} (line ${event.row.line})`;
}

function sum(subject: Subject, event: ConvictionEvent, years: number): string {
  const { low, high } = boundsOf(subject.dateOf(event));
  const anniversary = { low: low && addYears(low, years), high: high && addYears(high, years) };
  const relation = isWithin(subject, event, years) === true ? 'after' : 'not after';
  return `convicted ${dateText(subject.dateOf(event))} + ${years} years = ${rangeText(anniversary)}, ${relation} as-of ${subject.asOf}`;
}
