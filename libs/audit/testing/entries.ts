import fc from 'fast-check';
import type { AuditEntry } from '../src/entry.ts';
import { canonicalBytes } from '../src/entry.ts';
import { leafHash } from '../src/merkle.ts';
import { appendLeaves, emptyRange, rootOf } from '../src/range.ts';
import type { Head } from '../src/verify-entries.ts';

/** A stored entry as a test may tamper with it. */
export type Stored = { seq: number; bytes: Buffer; leafHash: Buffer };

/** One line of a bulk approval, with every optional field filled. */
export function approval(seq: number): AuditEntry {
  return {
    target: { type: 'conviction', id: `c_${seq}` },
    seq,
    at: '2026-11-22T10:11:12.123456Z',
    actor: { id: 'u_1', roles: ['approver', 'reviewer'], session: 's_1' },
    action: 'dismissal.approve',
    outcome: 'success',
    source: { address: '10.0.0.1', requestId: 'r_1' },
    policyVersion: '3',
    historyDigest: 'd1',
    stateBefore: 'recommended',
    stateAfter: 'approved',
    bulkReviewId: 'b_1',
    chunk: 0,
    detail: { size: 60_000, sampled: true },
  };
}

/** The bytes and leaf hash of one entry, as they are stored. */
export function stored(entry: AuditEntry): Stored {
  const bytes = canonicalBytes(entry);
  return { seq: entry.seq, bytes, leafHash: leafHash(bytes) };
}

/** A log of `size` approvals. Made new for each caller, so that one may tamper with it. */
export function logOf(size: number): Stored[] {
  return Array.from({ length: size }, (_, at) => stored(approval(at + 1)));
}

/** The head that vouches for a log. */
export function headOf(log: readonly Stored[]): Head {
  return {
    size: log.length,
    root: rootOf(
      appendLeaves(
        emptyRange,
        log.map((entry) => entry.leafHash),
      ),
    ),
  };
}

const word = fc.stringMatching(/^[a-z][A-Za-z0-9_-]{0,8}$/);
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const whole = fc.maxSafeInteger().map((value) => (Object.is(value, -0) ? 0 : value));
const at = fc
  .tuple(fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }), fc.nat(999_999))
  .map(([date, micros]) => `${date.toISOString().slice(0, 19)}.${String(micros).padStart(6, '0')}Z`);
const actor = fc.oneof(
  fc.record({ id: text, roles: fc.array(text, { maxLength: 3 }), session: text }, { requiredKeys: ['id', 'roles'] }),
  fc.record({ id: fc.constantFrom('system', 'anonymous'), job: text }, { requiredKeys: ['id'] }),
);
const detail = fc.dictionary(word, fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), whole, fc.boolean()), {
  maxKeys: 6,
  noNullPrototype: true,
});

/** Any entry that can be written. */
export const anyEntry = fc.record(
  {
    seq: fc.maxSafeNat().map((seq) => Math.max(seq, 1)),
    at,
    actor,
    action: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('.')),
    target: fc.record({ type: text, id: text }),
    outcome: fc.constantFrom('success', 'refused', 'failed'),
    source: fc.record({ address: text, requestId: text }, { requiredKeys: [] }),
    policyVersion: text,
    historyDigest: text,
    stateBefore: text,
    stateAfter: text,
    bulkReviewId: text,
    chunk: fc.nat(),
    detail,
  },
  { requiredKeys: ['seq', 'at', 'actor', 'action', 'target', 'outcome'] },
) as fc.Arbitrary<AuditEntry>;

/** The same value with the keys of every object written in an order drawn from `random`; lists keep theirs. */
export function shuffledKeys<T>(value: T, random: Iterator<number>): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const order = Object.entries(value).map(([key, inner]) => ({
    key,
    inner: shuffledKeys<unknown>(inner, random),
    rank: random.next().value as number,
  }));
  order.sort((one, other) => one.rank - other.rank);
  return Object.fromEntries(order.map(({ key, inner }) => [key, inner])) as T;
}
