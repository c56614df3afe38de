import { appendLeaves, emptyRange, encodeRange, rootOf, signCheckpoint, privateKeyOf } from '@clearance/audit';
import type { KeyObject } from 'node:crypto';
import type { Client } from 'pg';

/** A county's log as somebody sees it who has the database in his hands. */
export interface Held {
  readonly db: Client;
  readonly county: string;
  /** How many entries there are; every one is covered by a checkpoint. */
  readonly size: number;
  readonly origin: string;
  /** The log's own key: somebody has stolen it. */
  readonly stolen: KeyObject;
  /** A number below `limit` that is the same in every run. */
  readonly below: (limit: number) => number;
}

type Tampering = (held: Held) => Promise<void>;

const set = (held: Held, seq: number, column: string, value: unknown) =>
  held.db.query(`UPDATE audit_entry SET ${column} = $3 WHERE county_id = $1 AND seq = $2`, [held.county, seq, value]);
const some = ({ below, size }: Held) => 1 + below(size);

async function bytesOf({ db, county }: Held, seq: number): Promise<Buffer> {
  const { rows } = await db.query<{ bytes: Buffer }>(
    `SELECT bytes FROM audit_entry WHERE county_id = $1 AND seq = $2`,
    [county, seq],
  );
  return (rows[0] as { bytes: Buffer }).bytes;
}

/** Makes the head, and each checkpoint if told, what it would be of the entries as they are now. */
async function addUpAgain(held: Held, checkpoints?: 'with a key of his own' | 'with the stolen key'): Promise<void> {
  const { db, county, origin, stolen } = held;
  await db.query(`UPDATE audit_entry SET leaf_hash = sha256('\\x00'::bytea || bytes) WHERE county_id = $1`, [county]);
  const { rows } = await db.query<{ hash: Buffer }>(
    `SELECT leaf_hash AS hash FROM audit_entry WHERE county_id = $1 ORDER BY seq`,
    [county],
  );
  const treeOf = (size: number) =>
    appendLeaves(
      emptyRange,
      rows.slice(0, size).map(({ hash }) => hash),
    );
  const whole = treeOf(rows.length);
  await db.query(`UPDATE audit_head SET size = $2, range = $3 WHERE county_id = $1`, [
    county,
    rows.length,
    encodeRange(whole),
  ]);
  if (!checkpoints) return;
  const key = checkpoints === 'with the stolen key' ? stolen : privateKeyOf(Buffer.alloc(32, 1));
  await db.query(`DELETE FROM audit_checkpoint WHERE county_id = $1 AND size > $2`, [county, rows.length]);
  const kept = await db.query<{ size: string }>(`SELECT size FROM audit_checkpoint WHERE county_id = $1`, [county]);
  for (const size of kept.rows.map((one) => Number(one.size))) {
    const tree = treeOf(size);
    const note = signCheckpoint({ origin, size, root: rootOf(tree) }, key);
    await db.query(`UPDATE audit_checkpoint SET root = $3, range = $4, note = $5 WHERE county_id = $1 AND size = $2`, [
      ...[county, size, rootOf(tree), encodeRange(tree), note],
    ]);
  }
}

const flipped = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  const place = (at >> 3) % bytes.length;
  changed[place] = (changed[place] as number) ^ (1 << (at & 7));
  return changed;
};

async function flip(held: Held, table: string, column: string, where: string): Promise<void> {
  const { db, county, below } = held;
  const { rows } = await db.query<{ bytes: Buffer }>(
    `SELECT ${column} AS bytes FROM ${table} WHERE county_id = $1 AND ${where}`,
    [county],
  );
  const bytes = flipped((rows[0] as { bytes: Buffer }).bytes, below(1_000_000));
  await db.query(`UPDATE ${table} SET ${column} = $2 WHERE county_id = $1 AND ${where}`, [county, bytes]);
}

async function remove(held: Held, from: number, to: number): Promise<void> {
  await held.db.query(`DELETE FROM audit_entry WHERE county_id = $1 AND seq BETWEEN $2 AND $3`, [
    held.county,
    from,
    to,
  ]);
}

/** Moves every entry after `seq` by one place; in two steps, since the key is checked at each row. */
async function shift({ db, county }: Held, seq: number, by: 1 | -1): Promise<void> {
  await db.query(`UPDATE audit_entry SET seq = -seq WHERE county_id = $1 AND seq > $2`, [county, seq]);
  await db.query(`UPDATE audit_entry SET seq = -seq + $2 WHERE county_id = $1 AND seq < 0`, [county, by]);
}

const insertCopy = ({ db, county }: Held, of: number, at: number) =>
  db.query(
    `INSERT INTO audit_entry SELECT county_id, $3, at, actor_id, action, target_type, target_id, outcome, bulk_review_id, bytes, leaf_hash
       FROM audit_entry WHERE county_id = $1 AND seq = $2`,
    [county, of, at],
  );

async function swap(held: Held, columns: readonly string[]): Promise<void> {
  const one = some(held);
  const other = 1 + ((one + held.below(held.size - 1)) % held.size);
  const exchanged = columns.map((column) => `${column} = b.${column}`).join(', ');
  await held.db.query(
    `UPDATE audit_entry a SET ${exchanged} FROM audit_entry b
      WHERE a.county_id = $1 AND b.county_id = $1 AND (a.seq, b.seq) IN (($2, $3), ($3, $2))`,
    [held.county, one, other],
  );
}

/** Changes what an entry says, and nothing of its form. */
async function rewrite(held: Held): Promise<void> {
  const seq = some(held);
  const text = (await bytesOf(held, seq)).toString('utf8');
  await set(held, seq, 'bytes', Buffer.from(text.replace(/"id":"[^"]{6}/, '"id":"forged')));
}

const copied = ['actor_id', 'action', 'target_type', 'target_id', 'outcome', 'at', 'bulk_review_id'] as const;
const otherValue: Readonly<Record<(typeof copied)[number], string>> = {
  ...{ actor_id: 'somebody', action: 'some.thing', target_type: 'thing', target_id: 'something', outcome: 'failed' },
  ...{ at: '2001-01-01T00:00:00Z', bulk_review_id: '00000000-0000-4000-8000-000000000009' },
};

/** Everything that somebody who owns the tables can do behind the product's back, with the traces hidden as well as he can. */
export const logTamperings: Readonly<Record<string, Tampering>> = {
  'a flipped bit of an entry': (held) => flip(held, 'audit_entry', 'bytes', `seq = ${some(held)}`),
  'a flipped bit of a leaf hash': (held) => flip(held, 'audit_entry', 'leaf_hash', `seq = ${some(held)}`),
  'a changed entry, the head made to fit': async (held) => {
    await rewrite(held);
    await addUpAgain(held);
  },
  'a changed entry, the head and every checkpoint made to fit with another key': async (held) => {
    await rewrite(held);
    await addUpAgain(held, 'with a key of his own');
  },
  'a changed entry, the head and every checkpoint made to fit with the stolen key': async (held) => {
    await rewrite(held);
    await addUpAgain(held, 'with the stolen key');
  },
  'a deleted entry': async (held) => {
    const seq = some(held);
    await remove(held, seq, seq);
  },
  'a deleted entry, the rest numbered again and the head made to fit': async (held) => {
    const seq = some(held);
    await remove(held, seq, seq);
    await shift(held, seq, -1);
    await addUpAgain(held);
  },
  'an inserted entry': async (held) => void (await insertCopy(held, some(held), held.size + 1)),
  'an inserted entry, the rest numbered again and the head made to fit': async (held) => {
    const at = some(held);
    await shift(held, at, 1);
    await insertCopy(held, at, at + 1);
    await addUpAgain(held);
  },
  'entries swapped': (held) => swap(held, ['bytes', 'leaf_hash']),
  'entries swapped with all that is kept beside them, the head made to fit': async (held) => {
    await swap(held, ['bytes', 'leaf_hash', ...copied]);
    await addUpAgain(held);
  },
  'a cut tail': (held) => remove(held, some(held), held.size),
  'a cut tail, the head made to fit': async (held) => {
    await remove(held, some(held), held.size);
    await addUpAgain(held);
  },
  'a cut tail, the head and every checkpoint made to fit with the stolen key': async (held) => {
    await remove(held, some(held), held.size);
    await addUpAgain(held, 'with the stolen key');
  },
  'a roll-back to an older checkpoint': async (held) => {
    const { db, county, below } = held;
    const { rows } = await db.query<{ size: string; range: Buffer }>(
      `SELECT size, range FROM audit_checkpoint WHERE county_id = $1 AND size < $2 ORDER BY size`,
      [county, held.size],
    );
    const { size, range } = rows[below(rows.length)] as { size: string; range: Buffer };
    await remove(held, Number(size) + 1, held.size);
    await db.query(`UPDATE audit_head SET size = $2, range = $3 WHERE county_id = $1`, [county, size, range]);
  },
  'a cell that is kept beside an entry': async (held) => {
    const column = copied[held.below(copied.length)] ?? 'action';
    await set(held, some(held), column, otherValue[column]);
  },
  'a flipped bit of the head': (held) => flip(held, 'audit_head', 'range', 'true'),
  'another size of the head': async ({ db, county, below }) => {
    await db.query(`UPDATE audit_head SET size = size + $2 WHERE county_id = $1`, [
      county,
      below(2) === 0 ? -1 - below(5) : 1 + below(5),
    ]);
  },
  'a flipped bit of the root of a checkpoint': (held) => flip(held, 'audit_checkpoint', 'root', oneCheckpoint(held)),
  'a flipped bit of the range of a checkpoint': (held) => flip(held, 'audit_checkpoint', 'range', oneCheckpoint(held)),
  'a changed note of a checkpoint': async (held) => {
    const { db, county, below } = held;
    const where = `county_id = $1 AND ${oneCheckpoint(held)}`;
    const { rows } = await db.query<{ note: string }>(`SELECT note FROM audit_checkpoint WHERE ${where}`, [county]);
    const { note } = rows[0] as { note: string };
    const [at, letter] = [below(note.length), String.fromCharCode(97 + below(20))];
    // Never the letter that stands there: then nothing would be changed.
    const changed = note.slice(0, at) + (note[at] === letter ? 'z' : letter) + 'q' + note.slice(at + 2);
    await db.query(`UPDATE audit_checkpoint SET note = $2 WHERE ${where}`, [county, changed]);
  },
  'a checkpoint signed with another key': async (held) => {
    const { db, county, origin } = held;
    const { rows } = await db.query<{ size: string; root: Buffer }>(
      `SELECT size, root FROM audit_checkpoint WHERE county_id = $1 AND ${oneCheckpoint(held)}`,
      [county],
    );
    const { size, root } = rows[0] as { size: string; root: Buffer };
    const seed = Buffer.alloc(32, 1 + held.below(250));
    const note = signCheckpoint({ origin, size: Number(size), root }, privateKeyOf(seed));
    await db.query(`UPDATE audit_checkpoint SET note = $3 WHERE county_id = $1 AND size = $2`, [county, size, note]);
  },
};

/** The same checkpoint whenever it is named within one tampering. */
function oneCheckpoint({ county, below }: Held): string {
  return `size = (SELECT size FROM audit_checkpoint WHERE county_id = '${county}' ORDER BY size OFFSET ${below(4)} LIMIT 1)`;
}
