import {
  PeopleOfRejected,
  type PersonColumn,
  type PersonOfRejected,
  type RejectedRow,
  type UnreadRow,
} from '@clearance/record';
import type { Part } from './delivery.ts';

/** A row that could not be read, with whose it is. */
export interface OwnedRow extends PersonOfRejected {
  readonly line: number;
}

/** As much of a person's number as a list shows. */
const LAST = 4;
const NOTHING: readonly UnreadRow[] = [];

/** A person's number, which tells people apart within one file. */
export const subjectIn = ({ file }: Part, subject: string): string => `${file}\u001f${subject}`;

/** The rows of a delivery, or of a stretch of it, that could not be read, by whose they are. */
export class UnreadRows {
  /** Rows of which nobody can tell whose they are. */
  unassigned = 0;
  readonly #by: PersonColumn;
  readonly #people = new Map<string, PeopleOfRejected>();
  readonly #owned: OwnedRow[] = [];
  readonly #byPerson = new Map<string, UnreadRow[]>();
  readonly #bySubject = new Map<string, UnreadRow[]>();

  /** @param by what tells people apart in this file */
  constructor(by: PersonColumn) {
    this.#by = by;
  }

  /** @returns whose row it is, as a report names the person, the identifier masked; empty for nobody */
  add(row: RejectedRow, part: Part): string {
    let people = this.#people.get(part.file);
    if (!people) this.#people.set(part.file, (people = new PeopleOfRejected()));
    const { cii, subject } = people.of(row);
    const { line } = row;
    if (cii === undefined && subject === undefined) {
      this.unassigned += 1;
      return '';
    }
    this.#owned.push({ line, cii, subject });
    const person = this.#by === 'CII_NUMBER' ? cii : subject;
    if (person !== undefined) push(this.#byPerson, person, line);
    else if (subject !== undefined) push(this.#bySubject, subjectIn(part, subject), line);
    return cii === undefined ? `SUBJECT_ID ${subject ?? ''}` : `••••${cii.slice(-LAST)}`;
  }

  /**
   * Those of one person, in the order of the delivery.
   *
   * @param subjects the person's numbers, as `subjectIn` tells them apart
   */
  of(person: string, subjects: readonly string[]): readonly UnreadRow[] {
    if (this.#owned.length === 0) return NOTHING;
    const named = this.#byPerson.get(person.trim().toUpperCase()) ?? [];
    const own = [...named, ...subjects.flatMap((subject) => this.#bySubject.get(subject) ?? [])];
    return own.sort((a, b) => a.line - b.line);
  }

  /** Who has such a row and is none of these people: by name, and by number where the row gives no name. */
  strays(people: ReadonlySet<string>, subjects: ReadonlySet<string>): { people: string[]; subjects: string[] } {
    const known = new Set([...people].map((person) => person.trim().toUpperCase()));
    return {
      people: [...this.#byPerson.keys()].filter((person) => !known.has(person)),
      subjects: [...this.#bySubject.keys()].filter((subject) => !subjects.has(subject)),
    };
  }
}

function push(rows: Map<string, UnreadRow[]>, key: string, line: number): void {
  const own = rows.get(key);
  if (own) own.push({ line });
  else rows.set(key, [{ line }]);
}
