import type { CellRef, EnteredFact, FactSource, History } from '@clearance/record';

import type { EnteredOf } from '../determination.ts';
import { bounded, boundsOf } from '../fact.ts';
import { arrestOf } from '../facts/arrest.ts';
import type { Person } from '../facts/person.ts';
import { personOf } from '../facts/person.ts';
import type { Subject } from '../evaluate/subject.ts';

const SOURCES: Readonly<Record<FactSource, string>> = {
  court_file: 'the court file',
  docket: 'the docket',
  lab_report: 'the lab report',
  police_report: 'the police report',
  record_copy: "the person's copy of their record",
};

/** What was entered, as a phrase: `born 1970-02-13`. */
export function sayEntered(fact: EnteredFact): string {
  switch (fact.kind) {
    case 'birth_date':
      return `born ${fact.date}`;
    case 'conviction_date':
      return `convicted ${fact.date}`;
    case 'offense_date':
      return `offense on ${fact.date}`;
    case 'sentence_end':
      return `sentence ended ${fact.date}`;
    case 'severity':
      return fact.severity;
    case 'amount':
      return `${fact.grams} grams`;
    case 'disposition':
      return worded(fact.text, fact.date);
    case 'relief':
      return fact.means === 'none' ? 'no later order' : worded(fact.text, fact.date);
    case 'not_same_person':
      return fact.scope === 'cycle' ? 'the arrest and all that followed is not this person' : 'not this person';
    case 'unread_row':
      return `line ${fact.line}: ${fact.bears === 'nothing' ? 'nothing that matters' : fact.text}`;
  }
}

function worded(text: string, date: string | undefined): string {
  return date === undefined ? `"${text}"` : `"${text}" on ${date}`;
}

/** Who entered a fact, when, and from where: `entered by Mei Chen on 2026-11-30 from the docket, 98-1234`. */
export function sayOrigin({ by, on, reference, source }: EnteredFact): string {
  return `entered by ${by} on ${on} from ${SOURCES[source]}, ${reference}`;
}

/** Who entered the facts among these cells; nothing where all of them are the file's. */
export function originsAmong(cells: readonly CellRef[], { entered }: Person): string[] {
  if (entered.all.length === 0) return [];
  const ids = new Set(cells.flatMap((cell) => cell.entered ?? []));
  return entered.all.filter(({ id }) => ids.has(id)).map((fact) => `${sayEntered(fact)}: ${sayOrigin(fact)}`);
}

/** Everything that people entered about the person of a conviction, with how it stands beside the file. */
export function enteredOf({ event, person }: Pick<Subject, 'event' | 'person'>): EnteredOf[] {
  const { entered } = person;
  readAll(person);
  return entered.all.map((fact) => {
    const about = !('conviction' in fact) ? 'person' : fact.conviction === event.conviction.key ? 'this' : 'other';
    return {
      about,
      by: fact.by,
      id: fact.id,
      kind: fact.kind,
      on: fact.on,
      reference: fact.reference,
      says: sayEntered(fact),
      source: fact.source,
      standing: entered.standingOf(fact),
    };
  });
}

/** The same of a conviction of a history; nothing where the history has no such conviction. */
export function enteredFactsOf(history: History, convictionKey: string): EnteredOf[] {
  const person = personOf(history);
  const event = person.eventWithKey(convictionKey);
  return event ? enteredOf({ event, person }) : [];
}

/** Reads each fact of which something was entered, since how it stands is known only then. */
function readAll(person: Person): void {
  const { entered } = person;
  for (const fact of entered.all) {
    if (!('conviction' in fact)) continue;
    const event = person.eventWithKey(fact.conviction);
    if (!event) {
      entered.note([fact], 'no_such_conviction');
      continue;
    }
    if (fact.kind === 'severity') void event.severity;
    if (fact.kind === 'relief') void event.relief;
    if (fact.kind === 'sentence_end') person.sentenceEndOf(event);
    if (fact.kind === 'offense_date') {
      const { high } = boundsOf(arrestOf(event.cycle, event.date));
      event.offenseDate(bounded(undefined, high, '', []));
    }
  }
}
