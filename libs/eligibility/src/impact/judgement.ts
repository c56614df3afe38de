import type { History } from '@clearance/record';

import type { Determination, Order, Outcome, SeverityText } from '../determination.ts';
import { sectionOf } from '../evaluate/display.ts';
import type { Ruling } from '../evaluate/ruling.ts';
import { Subject } from '../evaluate/subject.ts';
import type { SubjectContext } from '../evaluate/subject.ts';
import { boundsOf, unknown } from '../fact.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import { personOf } from '../facts/person.ts';
import type { StatuteList } from '../lists/statute-list.ts';

/** What counting needs of a conviction: where it ended up, and what tells it apart. */
export interface Judgement {
  readonly event: ConvictionEvent;
  readonly convictionKey: string;
  readonly outcome: Outcome;
  readonly ruleId: string;
  readonly agency?: string;
  readonly order?: Order;
  readonly section: string;
  readonly severity: SeverityText;
  /** `YYYY-MM-DD` where the day is known. */
  readonly date?: string;
  /** Such as `1990s`. */
  readonly decade: string;
  /** Who prosecutes by the routing table; `unknown` where it does not say. */
  readonly prosecutor: string;
}

/** What was ruled, with what tells the conviction apart. */
export function judgementOf(subject: Subject, ruling: Ruling, scope: StatuteList): Judgement {
  const { agency, order, outcome, ruleId } = ruling;
  const { date, severity } = subject;
  return {
    event: subject.event,
    convictionKey: subject.event.conviction.key,
    outcome,
    ruleId,
    ...(agency === undefined ? {} : { agency }),
    ...(order === undefined ? {} : { order }),
    section: sectionOf(subject.event, scope),
    severity: severity.state === 'known' ? severity.value : 'unknown',
    ...(date.state === 'known' ? { date: date.value } : {}),
    ...slices(subject),
  };
}

/**
 * The same from determinations that were written out.
 *
 * @throws RangeError when one is of a conviction that the history does not have
 */
export function judgementsOf(
  history: History,
  determinations: readonly Determination[],
  context: SubjectContext,
): Judgement[] {
  const person = personOf(history);
  const byKey = new Map(history.convictions.map((conviction) => [conviction.key, conviction]));
  return determinations.map(({ agency, convictionKey, facts, order, outcome, ruleId }) => {
    const conviction = byKey.get(convictionKey);
    if (!conviction) throw new RangeError(`conviction ${convictionKey} is not one of this history`);
    const event = person.eventOf(conviction);
    const { date, severity } = event;
    const own = { severity, date, birth: person.birth, amount: unknown<number>('not asked', []) };
    return {
      event,
      convictionKey,
      outcome,
      ruleId,
      ...(agency === undefined ? {} : { agency }),
      ...(order === undefined ? {} : { order }),
      section: facts.section,
      severity: facts.severity,
      ...(facts.date === undefined ? {} : { date: facts.date }),
      ...slices(new Subject(person, event, context, own)),
    };
  });
}

function slices(subject: Subject): Pick<Judgement, 'decade' | 'prosecutor'> {
  const { low, high } = boundsOf(subject.date);
  const decade = low !== undefined && low.slice(0, 3) === high?.slice(0, 3) ? `${low.slice(0, 3)}0s` : 'unknown';
  const { agency } = subject;
  return { decade, prosecutor: agency.state === 'known' ? agency.value : 'unknown' };
}
