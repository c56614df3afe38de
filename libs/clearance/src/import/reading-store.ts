import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { rows, type Tx } from '@clearance/platform';
import { buildHistory, packHistory, unpackHistory, type Dispositions, type History } from '@clearance/record';
import { asOneValue } from '../one-value.ts';
import { historiesOfPeople } from './history-store.ts';

/** A person's present history as far as decisions look at it. */
export interface Reading {
  readonly personId: string;
  readonly personNo: number;
  readonly history: History;
}

/** What decisions look at of a history, as it is stored. */
export const packReading = (history: History): Buffer => deflateRawSync(packHistory(history), { level: 1 });

/** Keeps what decisions look at of these histories, in the place of what was kept of an older file. */
export async function storeReadings(
  tx: Tx,
  countyId: string,
  people: readonly { readonly personId: string; readonly packed: Buffer }[],
): Promise<void> {
  if (people.length === 0) return;
  const { begins, bytes, sizes } = asOneValue(people.map((person) => person.packed));
  await tx.query(
    `INSERT INTO person_reading (county_id, person_id, packed)
     SELECT $1, person, substr($2::bytea, at, size) FROM unnest($3::uuid[], $4::int[], $5::int[]) AS t (person, at, size)
     ON CONFLICT (county_id, person_id) DO UPDATE SET packed = excluded.packed`,
    [...[countyId, bytes, people.map((person) => person.personId)], ...[begins, sizes]],
  );
}

/** The present histories of these people, as far as every policy determines the same on them, in the file's order. */
export async function readingsOf(tx: Tx, personIds: readonly string[], dispositions: Dispositions): Promise<Reading[]> {
  const found = await rows<{ id: string; no: number; packed: Buffer }>(
    tx,
    `SELECT p.id, p.person_no AS no, r.packed FROM person p
       JOIN person_reading r ON r.county_id = p.county_id AND r.person_id = p.id
      WHERE p.id = ANY ($1::uuid[])`,
    [personIds],
  );
  const read = found.flatMap(({ id: personId, no: personNo, packed }) => {
    const history = unpacked(packed, dispositions);
    return history ? [{ personId, personNo, history }] : [];
  });
  const known = new Set(read.map((one) => one.personId));
  const others = personIds.filter((id) => !known.has(id));
  return [...read, ...(await fromRows(tx, others, dispositions))].sort((a, b) => a.personNo - b.personNo);
}

/** Undefined where it was packed in the form of an older version of this program. */
function unpacked(packed: Buffer, dispositions: Dispositions): History | undefined {
  try {
    return unpackHistory(inflateRawSync(packed).toString(), dispositions);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function fromRows(tx: Tx, personIds: readonly string[], dispositions: Dispositions): Promise<Reading[]> {
  if (personIds.length === 0) return [];
  return (await historiesOfPeople(tx, personIds)).map(({ personId, personNo, rows: lines }) => ({
    ...{ personId, personNo, history: buildHistory(lines, dispositions) },
  }));
}
