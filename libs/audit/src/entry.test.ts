import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntryProblem } from './entry-checks.ts';
import { canonicalBytes } from './entry.ts';
import type { AuditEntry } from './entry.ts';
import { anyEntry, approval, shuffledKeys } from '../testing/entries.ts';

const textOf = (entry: AuditEntry) => canonicalBytes(entry).toString('utf8');

describe('canonical bytes', () => {
  it('are JSON with sorted keys and nothing between them', () => {
    expect(textOf(approval(7))).toBe(
      '{"action":"dismissal.approve","actor":{"id":"u_1","roles":["approver","reviewer"],"session":"s_1"},' +
        '"at":"2026-11-22T10:11:12.123456Z","bulkReviewId":"b_1","chunk":0,"detail":{"sampled":true,"size":60000},' +
        '"historyDigest":"d1","outcome":"success","policyVersion":"3","seq":7,"source":{"address":"10.0.0.1",' +
        '"requestId":"r_1"},"stateAfter":"approved","stateBefore":"recommended","target":{"id":"c_7","type":"conviction"}}',
    );
  });

  it('escape text as RFC 8785 does', () => {
    const entry = { ...approval(1), detail: { text: '€$\u000f\nA\'B"\\\\"/\u2028😀' } };
    expect(textOf(entry)).toContain('"detail":{"text":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028😀"}');
  });

  it('leave out what is undefined', () => {
    const bare: AuditEntry = {
      seq: 1,
      at: '2024-02-29T23:59:59.000000Z',
      actor: { id: 'system', job: 'import.read' },
      action: 'import.finish',
      target: { type: 'import', id: 'i_1' },
      outcome: 'failed',
    };
    const spelled: AuditEntry = {
      ...bare,
      source: undefined,
      chunk: undefined,
      detail: undefined,
      stateBefore: undefined,
    };
    expect(textOf(spelled)).toBe(
      '{"action":"import.finish","actor":{"id":"system","job":"import.read"},"at":"2024-02-29T23:59:59.000000Z",' +
        '"outcome":"failed","seq":1,"target":{"id":"i_1","type":"import"}}',
    );
    expect(textOf(spelled)).toBe(textOf(bare));
  });

  it('do not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(anyEntry, fc.infiniteStream(fc.nat()), (entry, random) => {
        expect(canonicalBytes(shuffledKeys(entry, random))).toEqual(canonicalBytes(entry));
      }),
      { numRuns: 1000, seed: 6962 },
    );
  });

  it('read back as the entry they were made of, and give the same bytes again', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const bytes = canonicalBytes(entry);
        const back = JSON.parse(bytes.toString('utf8')) as AuditEntry;
        expect(back).toEqual(entry);
        expect(canonicalBytes(back)).toEqual(bytes);
        expect(bytes.includes(0x0a)).toBe(false);
      }),
      { numRuns: 1000, seed: 6962 },
    );
  });
});

describe('an entry that has no canonical form', () => {
  const refused: readonly (readonly [string, string, object])[] = [
    ['a fraction', 'chunk', { chunk: 1.5 }],
    ['a number that JSON has no word for', 'chunk', { chunk: Number.NaN }],
    ['a whole number too large to be exact', 'detail.n', { detail: { n: 2 ** 53 } }],
    ['a negative chunk', 'chunk', { chunk: -1 }],
    ['sequence zero', 'seq', { seq: 0 }],
    ['a sequence as text', 'seq', { seq: '1' }],
    ['a lone surrogate', 'target.id', { target: { type: 'conviction', id: 'c\ud800' } }],
    ['a lone surrogate in a detail', 'detail.note', { detail: { note: '\udc00x' } }],
    ['a nested detail', 'detail.a', { detail: { a: { b: 1 } } }],
    ['a null detail', 'detail.a', { detail: { a: null } }],
    ['an undefined detail', 'detail.a', { detail: { a: undefined } }],
    ['a detail called as the sequence is', 'detail', { detail: { seq: 1 } }],
    ['a detail key that is not a word of the code', 'detail', { detail: { 'Jane Doe': 1 } }],
    ['a detail key that the engine would move', 'detail', { detail: { '10': 1 } }],
    ['a detail that is a list', 'detail', { detail: [1] }],
    ['a field that no entry has', 'entry', { name: 'x' }],
    ['a field that no actor has', 'actor', { actor: { id: 'u', roles: [], name: 'x' } }],
    ['a person without roles', 'actor.roles', { actor: { id: 'u' } }],
    ['roles that are not a list', 'actor.roles', { actor: { id: 'u', roles: 'approver' } }],
    ['no actor', 'actor', { actor: undefined }],
    ['an empty id', 'target.id', { target: { type: 'conviction', id: '' } }],
    ['an outcome of its own', 'outcome', { outcome: 'ok' }],
    ['an action that is a sentence', 'action', { action: 'Approved it' }],
    ['milliseconds', 'at', { at: '2026-11-22T10:11:12.123Z' }],
    ['a local time', 'at', { at: '2026-11-22T10:11:12.123456+01:00' }],
    ['a day that does not exist', 'at', { at: '2026-02-29T10:11:12.123456Z' }],
    ['an hour that does not exist', 'at', { at: '2026-02-28T24:00:00.000000Z' }],
    ['null for what is not there', 'policyVersion', { policyVersion: null }],
    ['more than a log entry may hold', 'entry', { detail: { text: 'x'.repeat(65_536) } }],
  ];

  it.each(refused)('is refused for %s, naming %s', (_what, field, change) => {
    const entry = { ...approval(1), ...change };
    expect(() => canonicalBytes(entry)).toThrow(AuditEntryProblem);
    expect(() => canonicalBytes(entry)).toThrow(expect.objectContaining({ field }));
  });

  it('does not show the refused value in the message', () => {
    const entry = { ...approval(1), action: 'Jane Doe' };
    expect(() => canonicalBytes(entry)).toThrow(/^Audit entry: action is not dotted lower-case words$/);
  });
});
