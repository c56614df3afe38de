import { expect, it } from 'vitest';
import { pathWords, replaySentence, sideWords } from './replay-words.ts';

it('says where two determinations differ', () => {
  expect(pathWords('trace.steps.3.terms.0.value')).toBe('Rule 4, condition 1, value');
  expect(pathWords('facts.ageAtConviction')).toBe('What the lists show, age at conviction');
  expect(pathWords('flags.0')).toBe('Flags, no. 1');
  expect(pathWords('')).toBe('The whole determination');
});

it('says what stands on either side', () => {
  expect([null, true, '', '2020-02-13', 3, ['a', { b: 'c' }]].map(sideWords)).toEqual([
    'nothing',
    'yes',
    'empty',
    'Feb 13, 2020',
    '3',
    'a; c',
  ]);
});

it('never calls identical what was not computed', () => {
  const answer = {
    determinationId: 'd',
    identical: true,
    policyVersion: 3,
    dialect: 'standard/4',
    asOf: '2026-11-22',
    historyDigest: 'h',
    historyStillThere: true,
    engineStillThere: true,
    differences: [],
  };
  expect(replaySentence(answer)).toBe(
    'Identical: recomputed just now from the stored history with policy version 3, as of Nov 22, 2026, by the engine that made it (standard/4); every byte the same.',
  );
  expect(replaySentence({ ...answer, historyStillThere: false })).toMatch(/^A newer file replaced the history/);
  expect(replaySentence({ ...answer, identical: false, dialect: 'standard/2', engineStillThere: false })).toBe(
    'This determination was made by an engine that is no longer shipped (standard/2), so it cannot be recomputed. It stands as it was stored, under policy version 3, as of Nov 22, 2026.',
  );
  const one = { path: 'outcome', stored: 'dismiss', computed: 'reduce' };
  expect(replaySentence({ ...answer, identical: false, differences: [one] })).toContain('it differs in 1 place.');
});
