import { describe, expect, it } from 'vitest';
import { verificationInWords } from './verification-words.ts';

const root = 'ab'.repeat(32);

describe('the result of a check of the log', () => {
  it('says how many entries fit, and what that does not prove', () => {
    const words = verificationInWords({ ok: true, size: 12408, root, seq: null, why: null });
    expect(words.title).toBe('All 12,408 entries fit');
    expect(words.not).toMatch(/^It does not prove/);
  });
  it('names the first entry that does not fit and what can still be relied on', () => {
    const words = verificationInWords({ ok: false, size: 500, root, seq: 311, why: 'bytes_changed' });
    expect(words.title).toBe('Entry 311 does not fit');
    expect(words.proves).toBe(
      'It is not what was written: its bytes were changed afterwards. The entries before number 311 fit; those from it on cannot be relied on until it is explained.',
    );
  });
  it('relies on no entry where only the root tells of a fault', () => {
    expect(verificationInWords({ ok: false, size: 500, root, seq: 500, why: 'root_mismatch' }).proves).toMatch(
      /No entry can be relied on until it is explained\.$/,
    );
  });
});
