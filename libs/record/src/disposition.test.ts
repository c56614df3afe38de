import { expect, test } from 'vitest';
import { normalWording, readDispositions, shippedDispositions } from './disposition.ts';

const { kindOf } = readDispositions();

test.each([
  ['CONVICTED', 'convicted'],
  ['CONVICTED-PROB/JAIL', 'convicted'],
  [' convicted - prison ', 'convicted'],
  ['CONVICTED-PROB / JAIL', 'convicted'],
  ['DISMISSED', 'not_convicted'],
  ['DISMISSED/CHARGE DROPPED', 'not_convicted'],
  ['ACQUITTED', 'not_convicted'],
  ['PROS REJ-LACK OF SUFFICIENT EVIDENCE', 'not_convicted'],
  ['CONV SET ASIDE & DISM PER 1203.4 PC', 'relieved'],
  ['CONV SET ASIDE &  DISM PER 1203.4A PC', 'relieved'],
  ['DISMISSED PER 11361.8 HS', 'relieved'],
  ['REDUCED TO MISD PER 17(B) PC', 'reduced'],
  ['PROBATION REVOKED', 'other'],
  ['SENTENCE MODIFIED', 'other'],
  ['REL/TOT OTHER JURIS/AUTH', 'other'],
  ['DIVERSION', 'pending'],
  ['', 'unknown'],
  ['  -  ', 'unknown'],
  ['CONVICTED-SEE MINUTE ORDER', 'unknown'],
  ['CONVICTION SET ASIDE?', 'unknown'],
  ['DISPO 47B', 'unknown'],
])('%j is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test('an office adds its own wordings, and they win', () => {
  const own = readDispositions([
    { wording: 'dispo 47b', kind: 'convicted' },
    { wording: 'DISMISSED', kind: 'other' },
    { wording: 'PROS REJ-REFILED*', kind: 'pending' },
  ]);
  expect(['DISPO  47B', 'DISMISSED', 'PROS REJ-REFILED 99F1', 'PROS REJ-X'].map(own.kindOf)).toEqual([
    ...['convicted', 'other', 'pending', 'not_convicted'],
  ]);
});

test('an empty wording is refused', () => {
  expect(() => readDispositions([{ wording: ' * ', kind: 'other' }])).toThrow(RangeError);
});

test('no wording is shipped twice, and each is found as it is written', () => {
  const wordings = shippedDispositions.map(({ wording }) => normalWording(wording));
  expect(wordings.filter((wording, index) => wordings.indexOf(wording) !== index)).toEqual([]);
  for (const { wording, kind } of shippedDispositions) expect(kindOf(wording.replace('*', '')), wording).toBe(kind);
});
