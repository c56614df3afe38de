import { opaqueId, rows, type Tx } from '@clearance/platform';
import { COLUMN, type FileRow } from '@clearance/record';
import { HistoryParts } from './history-part.ts';
import { sealCii } from './sealed-cii.ts';

interface FilePerson {
  readonly id: string;
  readonly cii: string;
  readonly name: string;
  /** The line of her first row. */
  readonly no: number;
}

/**
 * The people of one stretch of a file with their lines. The same CII number is the same person wherever in the file her
 * rows stand, and has the same opaque id in every file of the county; within a file she is known by the line of her first
 * row, whichever stretch was read first.
 */
export class PeopleOfFile {
  private readonly people = new Map<string, FilePerson>();
  private readonly parts = new HistoryParts();
  private last: FilePerson | undefined;

  constructor(private readonly key: Buffer) {}

  /** Lines taken so far. */
  get rows(): number {
    return this.parts.rows;
  }

  take(row: FileRow): void {
    this.parts.take(row, this.personOf(row).no);
  }

  /** Stores them. Answers how many of them no other stretch has had. */
  async store(tx: Tx, countyId: string, importId: string): Promise<number> {
    const people = [...this.people.values()];
    if (people.length === 0) return 0;
    const stored = await this.storePeople(tx, countyId, importId, people);
    const before = new Map(stored.map((one) => [one.id, one]));
    for (const { id, no } of people) {
      const known = before.get(id);
      if (!known) continue;
      if (known.no < no) this.parts.renumber(no, known.no);
      else await moveParts(tx, importId, known.no, no);
    }
    await this.parts.store(tx, countyId, importId);
    return people.length - before.size;
  }

  private personOf(row: FileRow): FilePerson {
    const cii = row.cell(COLUMN.CII_NUMBER).trim().toUpperCase();
    if (this.last?.cii === cii) return this.last;
    const known = this.people.get(cii);
    const person = known ?? {
      ...{ id: opaqueId(this.key, `person ${cii}`), cii, no: row.line },
      name: row.cell(COLUMN.PRI_NAME).trim(),
    };
    if (!known) this.people.set(cii, person);
    this.last = person;
    return person;
  }

  /** Answers who was there before, and under which number. Of two stretches at once the second waits for the first. */
  private async storePeople(
    tx: Tx,
    countyId: string,
    importId: string,
    people: readonly FilePerson[],
  ): Promise<{ id: string; no: number }[]> {
    const fresh = await rows<{ id: string }>(
      tx,
      `INSERT INTO import_person (county_id, import_id, person_no, person_id, cii_sealed, cii_last4, name)
       SELECT $1, $2, no, id, sealed, last4, name
         FROM unnest($3::int[], $4::uuid[], $5::bytea[], $6::text[], $7::text[]) AS t (no, id, sealed, last4, name)
        ORDER BY id
       ON CONFLICT (county_id, person_id, import_id) DO NOTHING RETURNING person_id AS id`,
      [
        ...[countyId, importId, people.map((person) => person.no), people.map((person) => person.id)],
        people.map(({ cii, id: personId }) => sealCii(this.key, { countyId, importId, personId }, cii)),
        people.map((person) => person.cii.slice(-4)),
        people.map((person) => person.name),
      ],
    );
    if (fresh.length === people.length) return [];
    const isFresh = new Set(fresh.map((one) => one.id));
    const others = people.filter((person) => !isFresh.has(person.id));
    return rows<{ id: string; no: number }>(
      tx,
      `WITH before AS (
         SELECT county_id, import_id, person_no, person_id FROM import_person
          WHERE import_id = $1 AND person_id = ANY ($2::uuid[]) ORDER BY person_id FOR UPDATE),
       mine AS (SELECT * FROM unnest($2::uuid[], $3::int[], $4::text[]) AS t (id, no, name)),
       earlier AS (
         UPDATE import_person p SET person_no = mine.no, name = mine.name
           FROM mine JOIN before b ON b.person_id = mine.id
          WHERE p.county_id = b.county_id AND p.import_id = b.import_id AND p.person_no = b.person_no
            AND mine.no < b.person_no)
       SELECT person_id AS id, person_no AS no FROM before`,
      [importId, others.map((one) => one.id), others.map((one) => one.no), others.map((one) => one.name)],
    );
  }
}

/** A later stretch was stored first: what it holds of the person goes under the line that is her first after all. */
async function moveParts(tx: Tx, importId: string, from: number, to: number): Promise<void> {
  await tx.query(`UPDATE history_part SET person_no = $3 WHERE import_id = $1 AND person_no = $2`, [
    importId,
    from,
    to,
  ]);
}
