import type { Subject } from '../evaluate/subject.ts';
import type { ConvictionEvent } from '../facts/conviction-event.ts';
import { boundsOf, isBefore } from '../fact.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import type { ConvictionsTerm, HasConvictionTerm, OnlyConvictionsTerm } from '../policy/term.ts';
import { atLeast, every, not } from '../truth.ts';
import type { TermKind } from './check.ts';
import { listNamed, open, settled } from './check.ts';
import type { Finding, Part } from './past.ts';
import { about, counts, finding, isListed, nameOf } from './past.ts';

export const onlyConvictionsIn: TermKind<OnlyConvictionsTerm> = {
  label: (term, negated, lists) =>
    negated
      ? `a conviction on record is none of the ${listNamed(lists, term.list).title}`
      : `every conviction on record is one of the ${listNamed(lists, term.list).title}`,
  check(term, subject, lists) {
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
  },
};

export const hasConvictionIn: TermKind<HasConvictionTerm> = {
  label(term, negated, lists) {
    const { title } = listNamed(lists, term.list);
    return `the person has ${negated ? 'no' : 'a'} conviction ${term.when === 'before' ? 'before this one ' : ''}that is one of the ${title}`;
  },
  check(term, subject, lists) {
    const list = listNamed(lists, term.list);
    const found = listedOthers(subject, list).map(({ event, listed }) =>
      finding(event, [
        listed,
        ...counts(subject, event),
        ...(term.when === 'before' ? [isEarlier(subject, event)] : []),
      ]),
    );
    return tell(subject, found, 1, (each) => each.length);
  },
};

export const convictionsIn: TermKind<ConvictionsTerm> = {
  label(term, negated, lists) {
    const { title } = listNamed(lists, term.list);
    const many = negated ? `fewer than ${term.atLeast}` : `at least ${term.atLeast}`;
    const when = term.when === 'earlier' ? 'earlier' : 'other';
    const section = term.section === 'same' ? ' of the same section' : '';
    const per = term.per === 'case' ? ' (the counts of a case are one)' : '';
    return `the person has ${many} ${when} convictions${section} among the ${title}${per}`;
  },
  check(term, subject, lists) {
    const list = listNamed(lists, term.list);
    const found = listedOthers(subject, list)
      .filter(({ event }) => term.per === 'count' || event.caseKey !== subject.event.caseKey)
      .map(({ event, listed }) =>
        finding(event, [
          listed,
          ...counts(subject, event),
          ...(term.when === 'earlier' ? [isEarlier(subject, event)] : []),
          ...(term.section === 'same' ? [isSameSection(subject, event, list)] : []),
        ]),
      );
    const size = (each: readonly Finding[]) =>
      term.per === 'count' ? each.length : new Set(each.map(({ event }) => event.caseKey)).size;
    return tell(subject, found, term.atLeast, size);
  },
};

/** The person's other convictions, but for those that are known not to be in the list. */
function listedOthers(subject: Subject, list: StatuteList): { event: ConvictionEvent; listed: Part }[] {
  const others: { event: ConvictionEvent; listed: Part }[] = [];
  for (const event of subject.person.events) {
    if (event === subject.event || event.matches(list).result === false) continue;
    others.push({ event, listed: isListed(subject, event, list) });
  }
  return others;
}

function isEarlier(subject: Subject, event: ConvictionEvent): Part {
  const result = isBefore(boundsOf(subject.dateOf(event)), boundsOf(subject.date));
  if (result !== 'unknown') return { result };
  const vague = event.date.state === 'known' ? subject.event : event;
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
): ReturnType<TermKind<ConvictionsTerm>['check']> {
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
