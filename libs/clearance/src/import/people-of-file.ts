import { opaqueId, rows, seal, type Tx } from '@clearance/platform';
import { COLUMN, type FileRow } from '@clearance/record';

interface NewPerson {
  readonly no: number;
  readonly id: string;
  readonly cii: string;
  readonly name: string;
}

/**
 * Numbers the people of a file in the order of their first row. The same CII number is the same person wherever in the
 * file her rows stand, and has the same opaque id in every file of the county.
 */
export class PeopleOfFile {
  private readonly numbers = new Map<string, number>();
  private fresh: NewPerson[] = [];
  private last: { cii: string; no: number } | undefined;

  constructor(readonly key: Buffer) {}

  /** Takes up the people that an earlier run of the same import has stored. */
  async load(tx: Tx, importId: string): Promise<void> {
    const known = await rows<{ person_no: number; person_id: string }>(
      tx,
      `SELECT person_no, person_id FROM import_person WHERE import_id = $1`,
      [importId],
    );
    for (const person of known) this.numbers.set(person.person_id, person.person_no);
  }

  get count(): number {
    return this.numbers.size;
  }

  numberOf(row: FileRow): number {
    const cii = (row.cells[COLUMN.CII_NUMBER] ?? '').trim().toUpperCase();
    if (this.last?.cii === cii) return this.last.no;
    const id = opaqueId(this.key, `person ${cii}`);
    let no = this.numbers.get(id);
    if (no === undefined) {
      no = this.numbers.size + 1;
      this.numbers.set(id, no);
      this.fresh.push({ no, id, cii, name: (row.cells[COLUMN.PRI_NAME] ?? '').trim() });
    }
    this.last = { cii, no };
    return no;
  }

  /** Stores who is new since the last call. */
  async store(tx: Tx, countyId: string, importId: string): Promise<void> {
    const people = this.fresh;
    this.fresh = [];
    if (people.length === 0) return;
    await tx.query(
      `INSERT INTO import_person (county_id, import_id, person_no, person_id, cii_sealed, cii_last4, name)
       SELECT $1, $2, no, id, sealed, last4, name
         FROM unnest($3::int[], $4::uuid[], $5::bytea[], $6::text[], $7::text[]) AS t (no, id, sealed, last4, name)`,
      [
        ...[countyId, importId, people.map((p) => p.no), people.map((p) => p.id)],
        people.map((p) => seal(this.key, Buffer.from(p.cii), `${countyId} import_person.cii ${importId} ${p.no}`)),
        people.map((p) => p.cii.slice(-4)),
        people.map((p) => p.name),
      ],
    );
  }
}
