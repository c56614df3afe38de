import { expect, test } from 'vitest';
import { readDraft } from './read-draft.ts';

const line = { arresting: 'any', severity: ['felony'], agency: 'District Attorney' };

test('terms that say the same have the same digest, however they are written', () => {
  const one = readDraft({
    dispositions: [
      { wording: 'PER DA', kind: 'other' },
      { wording: 'DISPO 47B', kind: 'convicted' },
    ],
    routing: { cite: '', routes: [line] },
  });
  const two = readDraft({
    routing: { routes: [{ ...line, severity: ['felony', 'felony'] }], cite: ' ' },
    dispositions: [
      { kind: 'convicted', wording: 'dispo  47b' },
      { kind: 'other', wording: 'Per DA' },
    ],
  });
  expect(one.ok && one.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(two).toEqual(one);
});

test('another meaning, or a table of its own, is another digest', () => {
  const digests = [
    readDraft({ dispositions: [] }),
    readDraft({ dispositions: [{ wording: 'PER DA', kind: 'other' }] }),
    readDraft({ dispositions: [{ wording: 'PER DA', kind: 'pending' }] }),
    readDraft({ dispositions: [], routing: { cite: '', routes: [line] } }),
  ].map((read) => read.ok && read.digest);
  expect(new Set(digests).size).toBe(4);
});

test('the problems of both parts are told, each at its place', () => {
  const read = readDraft({ dispositions: [{ wording: '', kind: 'other' }], routing: { cite: '', routes: [] } });
  expect(read).toEqual({
    ok: false,
    problems: [
      { path: 'dispositions.0.wording', message: 'must not be empty' },
      { path: 'routing.routes', message: 'needs at least one line' },
    ],
  });
});
