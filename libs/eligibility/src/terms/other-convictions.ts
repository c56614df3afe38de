import type { Subject } from '../evaluate/subject.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import { boundsOf, isBefore } from '../fact.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { AmongFirstTerm, ConvictionsTerm, HasConvictionTerm, OnlyConvictionsTerm } from '../policy/term.ts';
import { atLeast, every, not } from '../truth.ts';
import type { Check, TermCheck } from './check.ts';
import { listNamed, open, settled } from './check.ts';
import type { Finding, Part } from './past.ts';
import { about, counts, countsOrStrikes, finding, isListed, isOfClass, nameOf } from './past.ts';

export const onlyConvictionsIn: TermCheck<OnlyConvictionsTerm> = (term, subject, lists) => {
  const list = listNamed(lists, term.list);
  const { events } = subject.person;
  const others: Finding[] = [];
  for (const event of events) {
    const { missing, result } = isListed(subject, event, list);
    if (result !== true) others.push(finding(event, [...counts(subject, event), { result: not(result), missing }]));
  }
  const other = others.find(({ result }) => result === true);
  if (other) return settled(false, nameOf(other.event), other.event.offenseCells);
  const missing = others.flatMap((each) => each.missing);
  const value = `${events.length} on record`;
  if (missing.length > 0) return open(value, missing);
  return settled(
    true,
    value,
    events.flatMap((event) => event.offenseCells),
  );
};

export const hasConvictionIn: TermCheck<HasConvictionTerm> = (term, subject, lists) => {
  const list = listNamed(lists, term.list);
  const found = others(subject, list).map((event) =>
    finding(event, [
      isListed(subject, event, list),
      ...countsOrStrikes(subject, event),
      ...(term.when === 'before' ? [isEarlier(subject, event)] : []),
    ]),
  );
  return tell(subject, found, 1, (each) => each.length);
};

export const convictionsIn: TermCheck<ConvictionsTerm> = (term, subject, lists) => {
  const list = term.list === undefined ? undefined : listNamed(lists, term.list);
  const found = others(subject, list)
    .filter((event) => term.per === 'count' || event.caseKey !== subject.event.caseKey)
    .map((event) =>
      finding(event, [
        ...(list ? [isListed(subject, event, list)] : []),
        ...counts(subject, event),
        ...(term.classes ? [isOfClass(subject, event, term.classes)] : []),
        ...(term.when === 'earlier' ? [isEarlier(subject, event)] : []),
        ...(term.section === 'same' && list ? [isSameSection(subject, event, list)] : []),
      ]),
    );
  const size = (each: readonly Finding[]) =>
    term.per === 'count' ? each.length : new Set(each.map(({ event }) => event.caseKey)).size;
  return tell(subject, found, term.atLeast, size);
};

export const amongFirst: TermCheck<AmongFirstTerm> = (term, subject, lists) => {
  const list = term.list === undefined ? undefined : listNamed(lists, term.list);
  const { event: own, person } = subject;
  const parts = (event: ConvictionEvent): Part[] => [
    ...(list ? [isListed(subject, event, list)] : []),
    ...(term.classes ? [isOfClass(subject, event, term.classes)] : []),
  ];
  const self = finding(own, parts(own));
  if (self.result === false) return settled(false, 'not one of these itself', own.offenseCells);
  const ahead = others(subject, list).map((event) => {
    const first = term.order === 'earliest' ? ([event, own] as const) : ([own, event] as const);
    const tie = person.events.indexOf(first[0]) < person.events.indexOf(first[1]);
    return finding(event, [...parts(event), ...counts(subject, event), comesBefore(subject, first[0], first[1], tie)]);
  });
  const reached = tell(subject, ahead, term.most, (each) => each.length);
  if (reached.result === true) return { ...reached, result: false };
  const missing = [...self.missing, ...reached.missing];
  return missing.length > 0 ? open(reached.value, missing) : { ...reached, result: true };
};

/** The person's other convictions, but for those that are known not to be in the list. */
function others(subject: Subject, list: StatuteList | undefined): ConvictionEvent[] {
  return subject.person.events.filter(
    (event) => event !== subject.event && (!list || event.matches(list).result !== false),
  );
}

function isEarlier(subject: Subject, event: ConvictionEvent): Part {
  return comesBefore(subject, event, subject.event, false);
}

/** @param tie what holds where both are of the same day */
function comesBefore(subject: Subject, event: ConvictionEvent, later: ConvictionEvent, tie: boolean): Part {
  const [a, b] = [boundsOf(subject.dateOf(event)), boundsOf(subject.dateOf(later))];
  const result = tie ? not(isBefore(b, a)) : isBefore(a, b);
  if (result !== 'unknown') return { result };
  const vague = event.date.state !== 'known' ? event : later;
  const date = subject.dateOf(vague);
  const why = date.state === 'known' ? 'whether it came before is not known' : date.why;
  return { result, missing: about(subject, vague, 'conviction_date', { why, cells: date.cells }) };
}

/** Offenses of one text may be of several sections; one in common is enough. */
function isSameSection(subject: Subject, event: ConvictionEvent, list: StatuteList): Part {
  const own = subject.event.matches(list);
  const other = event.matches(list);
  const shared = other.sections.some((section) => own.sections.includes(section));
  if (own.result === false || other.result === false) return { result: false };
  const vague = own.sections.length === 0 || other.sections.length === 0;
  if (!shared && !vague) return { result: false };
  const result = every([own.result, other.result]);
  if (result !== 'unknown') return { result };
  return { result, missing: isListed(subject, own.result === 'unknown' ? subject.event : event, list).missing };
}

function tell(
  subject: Subject,
  found: readonly Finding[],
  needed: number,
  size: (findings: readonly Finding[]) => number,
): Check {
  const sure = found.filter(({ result }) => result === true);
  const perhaps = found.filter(({ result }) => result === 'unknown');
  const result = atLeast(needed, size(sure), size([...sure, ...perhaps]));
  const value =
    sure.length === 0
      ? 'none'
      : sure
          .slice(0, needed)
          .map(({ event }) => nameOf(event))
          .join('; ');
  if (result === 'unknown') {
    return open(
      value,
      perhaps.flatMap((each) => each.missing),
    );
  }
  const cells = sure.flatMap(({ event }) => [...event.offenseCells, ...subject.dateOf(event).cells]);
  return settled(result, value, cells);
}
