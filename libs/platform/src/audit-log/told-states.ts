import { leafHash } from '@clearance/audit';
import { rows, type Tx } from '../db/in-county.ts';

/** The last state that the log tells of a target, and the entry that tells it. */
export interface ToldState {
  readonly state: string;
  readonly seq: number;
}

/**
 * What the log tells of where these targets stand: by the newest successful entry about each that names a state after it.
 * With `actions` only they are read. A target without one is left out, and so is one whose entry is not the leaf that the tree holds. It reads the bytes that
 * the tree is made of, not what is kept beside them.
 */
export async function toldStates(
  tx: Tx,
  type: string,
  ids: readonly string[],
  actions: readonly string[] | null = null,
): Promise<ReadonlyMap<string, ToldState>> {
  const found = await rows<{ id: string; seq: string; bytes: Buffer; leaf: Buffer }>(
    tx,
    // In a text the quotes would be escaped, so that these bytes are nothing but the name of the field.
    `SELECT t.id, e.seq, e.bytes, e.leaf_hash AS leaf FROM unnest($2::text[]) AS t (id)
       CROSS JOIN LATERAL (SELECT seq, bytes, leaf_hash FROM audit_entry
                            WHERE target_id = t.id AND target_type = $1 AND outcome = 'success'
                              AND ($3::text[] IS NULL OR action = ANY ($3))
                              AND position('"stateAfter":'::bytea IN bytes) > 0 ORDER BY seq DESC LIMIT 1) AS e`,
    [type, ids, actions],
  );
  const told = new Map<string, ToldState>();
  for (const { bytes, id, leaf, seq } of found) {
    const state = leafHash(bytes).equals(leaf) ? stateIn(bytes, id) : undefined;
    if (state !== undefined) told.set(id, { state, seq: Number(seq) });
  }
  return told;
}

/** The state that an entry tells of its target; undefined where it is no entry about that one. */
function stateIn(bytes: Buffer, id: string): string | undefined {
  try {
    const entry = JSON.parse(bytes.toString('utf8')) as { target?: { id?: unknown }; stateAfter?: unknown };
    return entry.target?.id === id && typeof entry.stateAfter === 'string' ? entry.stateAfter : undefined;
  } catch {
    // Whoever checks the tree finds that; here it tells nothing.
    return undefined;
  }
}
