import { importDoubts } from '@clearance/contract';
import { expect, test } from 'vitest';
import { confirmedWords } from './confirmed-words.ts';

const file = { importId: '', by: 'Ana Example', at: '2026-11-09T23:07:00Z', doubts: [...importDoubts] };

test('says who confirmed a file, when, and in spite of what', () => {
  const words = confirmedWords({ ...file, doubts: ['unfinished', 'foreign'] });
  expect(words).toMatch(
    /^This file was confirmed by Ana Example on Nov \d+, 2026, .*, although it ends in the middle of a row, and it hardly names this county\.$/,
  );
});

test('says it of every doubt, also where nobody knows any more who it was', () => {
  for (const doubt of importDoubts) {
    expect(confirmedWords({ ...file, by: null, at: null, doubts: [doubt] })).toMatch(
      /^This file was confirmed by somebody in the office, although .+\.$/,
    );
  }
});
