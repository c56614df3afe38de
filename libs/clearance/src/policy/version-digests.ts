import type { Policy } from '@clearance/eligibility';
import { rows, type Tx } from '@clearance/platform';
import { titledDigest } from './examine.ts';

/** Versions by the digest of what they say; of two that say the same, the newer. */
export type Versions = ReadonlyMap<string, number>;

/** Digests by the id of a version, which never changes; those used last are kept. */
const known = new Map<string, string>();
const MOST_KNOWN = 5_000;

/** The published versions of the transaction's county. The text of each is read once in the life of the process. */
export async function versionsOf(tx: Tx): Promise<Versions> {
  const published = await rows<{ id: string; version: number }>(tx, `SELECT id, version FROM policy ORDER BY version`);
  const unread = published.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const texts = await rows<{ id: string; body: Policy }>(tx, `SELECT id, body FROM policy WHERE id = ANY ($1)`, [
    unread,
  ]);
  const digests = new Map(texts.map(({ body, id }) => [id, titledDigest(body)]));
  const versions = published.map(({ id, version }) => {
    const digest = known.get(id) ?? digests.get(id) ?? '';
    known.delete(id);
    known.set(id, digest);
    return [digest, version] as const;
  });
  for (const [id] of known) {
    if (known.size <= MOST_KNOWN) break;
    known.delete(id);
  }
  return new Map(versions);
}
