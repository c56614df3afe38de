import type { CellRef, History } from '@clearance/record';

import { enteredCell } from '@clearance/record';

import type { CellText, Flag } from '../determination.ts';
import { sayEntered, sayOrigin } from '../entered/entered-words.ts';
import { cellTexts, dateText } from '../fact.ts';
import { registrable } from '../lists/registrable.ts';
import type { StatuteList } from '../lists/statute-list.ts';
import { superStrike } from '../lists/super-strike.ts';
import { personOf } from '../facts/person.ts';
import { routingOf } from '../routing/shipped.ts';
import { flagsOf } from './flags.ts';
import type { EvaluationContext } from './judge.ts';
import { Subject } from './subject.ts';

/** What raised a flag: the words of the record, and the cells where they stand. */
export interface FlagSource {
  readonly flag: Flag;
  readonly text: string;
  readonly cells: readonly CellText[];
}

interface Found {
  readonly text: string;
  readonly cells: readonly CellRef[];
}

/**
 * Where each flag of a conviction comes from. Nothing of it is stored: a flag never decides, so what raised it can be
 * read from the history whenever somebody asks.
 *
 * @param convictionKey `Conviction.key` of the history
 * @param context of the determination that has the flags
 * @returns in the order of the flags; nothing where the history has no such conviction
 */
export function flagSources(history: History, convictionKey: string, context: EvaluationContext): FlagSource[] {
  const conviction = history.convictions.find(({ key }) => key === convictionKey);
  if (!conviction) return [];
  const person = personOf(history);
  const event = person.eventOf(conviction);
  const county = context.county.trim().toUpperCase();
  const where = { asOf: context.asOf, county, routing: context.routing ?? routingOf(county) };
  const own = { severity: event.severity, date: event.date, birth: person.birth, amount: NOT_SAID };
  const subject = new Subject(person, event, where, own);
  return flagsOf(subject).flatMap((flag) =>
    sources[flag](subject).map(({ cells, text }) => ({ flag, text, cells: cellTexts(cells) })),
  );
}

const NOT_SAID = { state: 'unknown', why: 'not looked at', cells: [] } as const;

const sources: Readonly<Record<Flag, (subject: Subject) => readonly Found[]>> = {
  super_strike: (subject) => listed(subject, superStrike),
  registered_290: (subject) => [
    ...subject.person.registrations.flatMap(({ cells, text, under290 }) =>
      under290 === true ? [{ text, cells }] : [],
    ),
    ...listed(subject, registrable),
  ],
  other_p64_in_comment: ({ event }) => {
    const { commentCharges } = event.count;
    return commentCharges ? [{ text: commentCharges.text, cells: [commentCharges.cell] }] : [];
  },
  after_2016_11_09: ({ date }) => [{ text: dateText(date), cells: date.cells }],
  deceased: ({ person }) => [{ text: 'Deceased', cells: person.deceased.cells }],
  serving: ({ event, person }) => {
    const end = person.sentenceEndOf(event);
    return [{ text: `the sentence ends ${dateText(end)}`, cells: end.cells }];
  },
  already_relieved: relieved,
  reduced: relieved,
  plea_down: ({ event: { count } }) => [
    { text: `${count.charged.text} → ${count.offense.text}`, cells: [count.charged.cell, count.offense.cell] },
  ],
  dates_contradict: ({ birth, event }) => [
    { text: dateText(event.writtenDate), cells: [...event.date.cells, ...birth.cells] },
  ],
  disposition_unknown: ({ event: { convicted, count } }) => [{ text: count.disposition.text, cells: convicted.cells }],
  county_unknown: ({ event }) => [{ text: '', cells: event.courtCounty.cells }],
  fact_entered: ({ person: { entered } }) =>
    entered.all.map((fact) => ({ text: `${sayEntered(fact)}: ${sayOrigin(fact)}`, cells: [enteredCell(fact)] })),
};

function listed({ person }: Subject, list: StatuteList): Found[] {
  return person.events.flatMap((event) =>
    event.convicted.state === 'known' && event.matches(list).result === true
      ? [{ text: event.count.offense.text, cells: event.offenseCells }]
      : [],
  );
}

function relieved({ event: { relief } }: Subject): Found[] {
  return relief.state === 'known' ? [{ text: relief.value.text, cells: relief.cells }] : [];
}
