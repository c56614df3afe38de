import { createHash } from 'node:crypto';
import {
  appendLeaves,
  canonicalBytes,
  emptyRange,
  leafHash,
  rootOf,
  verifyEntries,
} from '../../libs/audit/dist/index.js';
import { check, paired } from './measure.mjs';

/** Verifying a log, against one SHA-256 over the same bytes. */
export async function verifying({ rows }) {
  const entries = Array.from({ length: rows }, (_, at) => ({
    seq: at + 1,
    bytes: canonicalBytes({
      seq: at + 1,
      at: '2026-01-01T00:00:00.000000Z',
      actor: { id: '5b0e6d1e-0000-4000-8000-000000000000', roles: ['approver'] },
      action: 'approval.approve',
      target: { type: 'conviction', id: `5b0e6d1e-0000-4000-8000-${String(at).padStart(12, '0')}` },
      outcome: 'success',
      stateBefore: 'recommended',
      stateAfter: 'approved',
    }),
  }));
  const root = rootOf(
    appendLeaves(
      emptyRange,
      entries.map(({ bytes }) => leafHash(bytes)),
    ),
  );
  let verdict;
  const { ratio } = await paired(
    5,
    () => (verdict = verifyEntries(entries, { size: rows, root })),
    () => {
      const hash = createHash('sha256');
      for (const { bytes } of entries) hash.update(bytes);
      hash.digest();
    },
  );
  check(verdict.ok, 'an untouched log verifies');
  return [{ work: `verifying ${rows} log entries`, against: 'SHA-256 of the same bytes', ratio, bar: 4 }];
}
