import { addYears, statuteText, textOf } from '@clearance/record';

import type { DeterminationFacts } from '../determination.ts';
import { dateText } from '../fact.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { Subject } from './subject.ts';

/** What a list shows of a conviction. */
export function displayFacts(subject: Subject, scope: StatuteList): DeterminationFacts {
  const { birth, date, event, severity } = subject;
  const { charged, disposition, offense } = event.count;
  const relief =
    event.relief.state === 'known' && event.relief.value.how !== 'none' ? event.relief.value.text : undefined;
  const age = date.state === 'known' && birth.state === 'known' ? yearsBetween(birth.value, date.value) : undefined;
  return {
    caseNumber: event.caseNumber,
    offense: offense.text,
    ...(charged === offense ? {} : { charged: charged.text }),
    section: sectionOf(event, scope),
    severity: severity.state === 'known' ? severity.value : 'unknown',
    ...(date.state === 'known' ? { date: date.value } : {}),
    dateText: dateText(date),
    ...(age === undefined ? {} : { ageAtConviction: age }),
    disposition: disposition.text,
    ...(relief === undefined ? {} : { relief }),
    court: textOf(event.row, 'STP_ORI_DESCR'),
  };
}

/** The section in the scope of the policy, by today's number; else the first that the text names. */
export function sectionOf(event: ConvictionEvent, scope: StatuteList): string {
  const [listed] = event.matches(scope).sections;
  if (listed !== undefined) return listed;
  const [first] = event.count.offense.references;
  return first ? statuteText({ code: first.code, section: first.section, subdivisions: [] }) : 'unknown';
}

type Day = Parameters<typeof addYears>[0];

function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return addYears(from, years) > to ? years - 1 : years;
}
