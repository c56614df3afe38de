import { rows, type Tx } from '@clearance/platform';
import {
  buildHistory,
  isPackedHistory,
  packHistory,
  unpackHistory,
  type Dispositions,
  type History,
} from '@clearance/record';
import { factsOf } from '../facts/fact-store.ts';
import { asOneValue } from '../one-value.ts';
import { packText, unpackText } from '../packed-text.ts';
import { historiesOfPeople, historyDigest, type StoredHistory } from './history-store.ts';
import { unreadRowsOf } from './unread-rows.ts';

/** A person's present history as far as decisions look at it. */
export interface Reading {
  readonly personId: string;
  readonly personNo: number;
  readonly history: History;
  /**
   * What is kept is of another version of this program, or nothing: the history was made from the rows, and this is their
   * digest, of which another version may have had another notion. Undefined otherwise.
   */
  readonly anew: string | undefined;
}

/** What decisions look at of a history, as it is stored. */
export const packReading = (history: History): Buffer => packText(packHistory(history));

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

/**
 * The present histories of these people, as far as every policy determines the same on them, in the file's order. Each is
 * put together when its turn comes, so that never more than one is in memory as a whole.
 */
export async function readingsOf(
  tx: Tx,
  personIds: readonly string[],
  dispositions: Dispositions,
): Promise<Iterable<Reading>> {
  const found = await rows<{ id: string; no: number; packed: Buffer }>(
    tx,
    `SELECT p.id, p.person_no AS no, r.packed FROM person p
       JOIN person_reading r ON r.county_id = p.county_id AND r.person_id = p.id
      WHERE p.id = ANY ($1::uuid[])`,
    [personIds],
  );
  const unread = await unreadRowsOf(tx, personIds);
  const texts = found.map(({ id, no, packed }) => ({
    ...{ personId: id, personNo: no, text: unpackText(packed) },
  }));
  // Packed in the form of another version of this program, or not at all: made from the rows.
  const present = texts.filter(({ text }) => isPackedHistory(text));
  const known = new Set(present.map((one) => one.personId));
  const others = personIds.filter((id) => !known.has(id));
  const unpacked = others.length > 0 ? await historiesOfPeople(tx, others) : [];
  const facts = await factsOf(tx, personIds);
  const inOrder = [...present, ...unpacked].sort((a, b) => a.personNo - b.personNo);
  return {
    *[Symbol.iterator]() {
      for (const one of inOrder) {
        const { personId, personNo } = one;
        const beside = { entered: facts.of(personId), unread: unread.get(personId) ?? [] };
        const history =
          'text' in one ? unpackHistory(one.text, dispositions, beside) : buildHistory(one.rows, dispositions, beside);
        const anew = 'text' in one ? undefined : historyDigest({ rows: one.rows, ...beside });
        yield { personId, personNo, history, anew };
      }
    },
  };
}

/** A person with every row, and the rows that count once though two files of a delivery have them. */
export type WholeHistory = Pick<Reading, 'personId' | 'history'> & Pick<StoredHistory, 'repeats'>;

/** The same people with every row that they have, put together one after the other. */
export async function wholeHistoriesOf(
  tx: Tx,
  personIds: readonly string[],
  dispositions: Dispositions,
): Promise<Iterable<WholeHistory>> {
  const stored = await historiesOfPeople(tx, personIds);
  const facts = await factsOf(tx, personIds);
  return {
    *[Symbol.iterator]() {
      for (const { personId, repeats, rows: own, unread } of stored) {
        yield { personId, repeats, history: buildHistory(own, dispositions, { entered: facts.of(personId), unread }) };
      }
    },
  };
}
