import { expect, it } from 'vitest';
import { errorCodes, sentenceOf, type ErrorCode } from './errors.ts';

it('fills the braces of a sentence and leaves an ellipsis where a detail is missing', () => {
  expect(sentenceOf('own_recommendation_in_set', { count: 3, total: 40 })).toBe(
    'You recommended 3 of these 40 yourself. Narrow the group to what others recommended.',
  );
  expect(sentenceOf('upload_cut')).toContain('…');
});

it('says every refusal in a whole sentence', () => {
  for (const code of Object.keys(errorCodes) as ErrorCode[]) expect(sentenceOf(code), code).toMatch(/^[A-Z].*[.)]$/s);
});
