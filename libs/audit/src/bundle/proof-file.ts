import { HASH_SIZE } from '../merkle.ts';

export const PROOF_FORMAT = 'clearance-audit-proof/1';

/** That the tree of an older checkpoint is the beginning of the one that the bundle's checkpoint vouches for. */
export type Continuation = {
  readonly size: number;
  readonly root: Buffer;
  /** RFC 9162, section 2.1.4; empty for the empty tree and for the same one. */
  readonly consistency: readonly Buffer[];
};

/** First line of the file `proof`. `size` is that of the bundle's checkpoint. */
export type ProofHeader = { readonly size: number; readonly before: Continuation } & (
  | {
      readonly kind: 'range';
      readonly first: number;
      readonly last: number;
      /** The perfect subtrees over everything before the first entry, from left to right. */
      readonly left: readonly Buffer[];
      /** Consistency proof from the tree that ends with the last entry to the one of `size`. */
      readonly right: readonly Buffer[];
    }
  /** Each further line holds the inclusion proof of one entry, in the order of the entries. */
  | { readonly kind: 'entries' }
);

/** A further line: the inclusion proof (RFC 9162, section 2.1.3) of the entry of this sequence. */
export type EntryProof = { readonly seq: number; readonly path: readonly Buffer[] };

const texts = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('base64'));

export function proofHeaderLine(header: ProofHeader): string {
  const { kind, size, before } = header;
  const start = {
    ...{ format: PROOF_FORMAT, kind, size },
    before: { size: before.size, root: before.root.toString('base64'), consistency: texts(before.consistency) },
  };
  const line =
    header.kind === 'entries'
      ? start
      : { ...start, first: header.first, last: header.last, left: texts(header.left), right: texts(header.right) };
  return `${JSON.stringify(line)}\n`;
}

export function entryProofLine({ seq, path }: EntryProof): string {
  return `${JSON.stringify({ seq, path: texts(path) })}\n`;
}

/** The header of a line without its line feed; undefined unless the line is exactly what `proofHeaderLine` writes. */
export function parseProofHeader(line: string): ProofHeader | undefined {
  return parsed(line, (value: Written) => {
    const { size } = value;
    const before = {
      size: value.before.size,
      root: hashOf(value.before.root),
      consistency: value.before.consistency.map(hashOf),
    };
    const header: ProofHeader =
      value.kind === 'range'
        ? {
            ...{ kind: 'range', size, before, first: value.first, last: value.last },
            ...{ left: value.left.map(hashOf), right: value.right.map(hashOf) },
          }
        : { kind: 'entries', size, before };
    return [header, proofHeaderLine(header)];
  });
}

/** The inclusion proof of a line without its line feed; undefined unless it is exactly what `entryProofLine` writes. */
export function parseEntryProof(line: string): EntryProof | undefined {
  return parsed(line, (value: { seq: number; path: string[] }) => {
    const proof = { seq: value.seq, path: value.path.map(hashOf) };
    return [proof, entryProofLine(proof)];
  });
}

type Written = {
  kind: string;
  size: number;
  before: { size: number; root: string; consistency: string[] };
  first: number;
  last: number;
  left: string[];
  right: string[];
};

/** Reads a line, writes again what was read and takes it only when that is the same: one proof has one form. */
function parsed<V, T>(line: string, read: (value: V) => readonly [T, string]): T | undefined {
  try {
    const [value, again] = read(JSON.parse(line) as V);
    return again === `${line}\n` ? value : undefined;
  } catch {
    // Not JSON, or not of this shape: it is no proof, and the caller says so.
    return undefined;
  }
}

function hashOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== HASH_SIZE) throw new RangeError('not a hash');
  return bytes;
}
