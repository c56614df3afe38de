import {
  PeopleOfRejected,
  type PersonColumn,
  type PersonOfRejected,
  type RejectedRow,
  type UnreadRow,
} from '@clearance/record';

/** A row that could not be read, with whose it is. */
export interface OwnedRow extends PersonOfRejected {
  readonly line: number;
}

const NOTHING: readonly UnreadRow[] = [];

/** The rows of a file, or of a stretch of it, that could not be read, by whose they are. */
export class UnreadRows {
  /** Rows of which nobody can tell whose they are. */
  unassigned = 0;
  readonly #by: PersonColumn;
  readonly #people = new PeopleOfRejected();
  readonly #owned: OwnedRow[] = [];
  readonly #byPerson = new Map<string, UnreadRow[]>();
  readonly #bySubject = new Map<string, UnreadRow[]>();

  /** @param by what tells people apart in this file */
  constructor(by: PersonColumn) {
    this.#by = by;
  }

  /** @returns whose row it is, as a report names the person; empty for nobody */
  add(row: RejectedRow): string {
    const { cii, subject } = this.#people.of(row);
    const { line } = row;
    if (cii === undefined && subject === undefined) {
      this.unassigned += 1;
      return '';
    }
    this.#owned.push({ line, cii, subject });
    const person = this.#by === 'CII_NUMBER' ? cii : subject;
    if (person !== undefined) push(this.#byPerson, person, line);
    else if (subject !== undefined) push(this.#bySubject, subject, line);
    return cii ?? `SUBJECT_ID ${subject ?? ''}`;
  }

  /** Those of one person, in the order of the file. */
  of(person: string, subject: string): readonly UnreadRow[] {
    if (this.#owned.length === 0) return NOTHING;
    const own = [...(this.#byPerson.get(person.trim().toUpperCase()) ?? []), ...(this.#bySubject.get(subject) ?? [])];
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
