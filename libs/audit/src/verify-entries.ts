import { GrowingTree } from './growing-tree.ts';
import { HASH_SIZE, leafText, type HashText } from './merkle.ts';
import { emptyRange } from './range.ts';
import type { Range } from './range.ts';
import { sequenceReader } from './sequence.ts';

/** A log as somebody vouches for it: how many entries, and the root over all of them. */
export type Head = { readonly size: number; readonly root: Uint8Array };

/** An entry as it was stored or exported. `leafHash` is the hash kept beside the bytes, where one is kept. */
export type StoredEntry = { readonly seq: number; readonly bytes: Uint8Array; readonly leafHash?: Uint8Array };

/**
 * What is wrong with a log:
 * - `missing`: the entry of this sequence is not there, a later one follows.
 * - `out_of_order`: in the place of this sequence stands an entry that was already passed, or one that is in twice.
 * - `other_sequence`: the bytes are those of an entry with another sequence (swapped or moved), or of no entry at all.
 * - `bytes_changed`: the bytes do not fit the leaf hash that was kept beside them.
 * - `cut_tail`: the log ends before this sequence, the head vouches for more.
 * - `beyond_head`: there are more entries than the head vouches for, from this sequence on.
 * - `root_mismatch`: every entry fits its neighbours, but together they are not what the head vouches for. A root
 *   covers all entries, so the fault may lie at this sequence, the last one, or at any before it.
 */
export type LogFault =
  'missing' | 'out_of_order' | 'other_sequence' | 'bytes_changed' | 'cut_tail' | 'beyond_head' | 'root_mismatch';

export type Verdict =
  | { readonly ok: true; readonly size: number; readonly root: Buffer }
  | { readonly ok: false; readonly seq: number; readonly why: LogFault };

/** A check in progress, for entries that arrive in a stream. It stays at the first fault. */
export type Verification = {
  /** Takes the next entry; true while all is well, false once a fault was found and the rest need not be read. */
  take(entry: StoredEntry): boolean;
  /** The tree of the entries that were taken so far. */
  readonly tree: Pick<GrowingTree, 'size' | 'root' | 'range'>;
  /** The verdict, once there are no more entries. */
  finish(): Verdict;
};

/**
 * Checks that these are the entries that `head` vouches for: all of them, in order, byte for byte. With `from`, the
 * range of a log that is already trusted, only the entries after it are expected. Memory does not grow with the log.
 * @returns the size and root that were proved, or the first bad sequence and why.
 */
export function verifyEntries(entries: Iterable<StoredEntry>, head: Head, from: Range = emptyRange): Verdict {
  const verification = startVerification(head, from);
  for (const entry of entries) if (!verification.take(entry)) break;
  return verification.finish();
}

/** Like `verifyEntries`, for entries that come one at a time. */
export function startVerification(head: Head, from: Range = emptyRange): Verification {
  const tree = new GrowingTree(from);
  const sequenceIn = sequenceReader();
  let fault: Verdict | undefined;

  return {
    tree,
    take(entry) {
      if (fault !== undefined) return false;
      const expected = tree.size + 1;
      const leaf = leafText(entry.bytes);
      const why =
        faultOf(entry, leaf, expected, head.size) ??
        (sequenceIn(entry.bytes) === expected ? undefined : 'other_sequence');
      if (why === undefined) tree.add(leaf);
      else fault = { ok: false, seq: expected, why };
      return why === undefined;
    },
    finish() {
      if (fault !== undefined) return fault;
      const { size } = tree;
      if (size < head.size) return { ok: false, seq: size + 1, why: 'cut_tail' };
      // Only a trusted start that is already longer than the head comes here with more: a head that was rolled back.
      if (size > head.size) return { ok: false, seq: head.size + 1, why: 'beyond_head' };
      const root = tree.root();
      return root.equals(head.root) ? { ok: true, size, root } : { ok: false, seq: size, why: 'root_mismatch' };
    },
  };
}

function faultOf(entry: StoredEntry, leaf: HashText, expected: number, size: number): LogFault | undefined {
  if (entry.seq > expected) return 'missing';
  if (entry.seq < expected) return 'out_of_order';
  if (expected > size) return 'beyond_head';
  if (entry.leafHash !== undefined && !sameHash(leaf, entry.leafHash)) return 'bytes_changed';
  return undefined;
}

/** A plain loop: a native comparison of so few bytes costs more to call than to do. */
function sameHash(computed: HashText, kept: Uint8Array): boolean {
  if (kept.length !== HASH_SIZE) return false;
  for (let at = 0; at < HASH_SIZE; at += 1) if (computed.charCodeAt(at) !== kept[at]) return false;
  return true;
}
