import { sentenceOf } from '@clearance/contract';
import { expect, test } from 'vitest';
import { readRefusal, sentence } from './refusal.ts';

test('takes the sentence, the fields and the request from the answer', () => {
  const refusal = readRefusal(
    422,
    JSON.stringify({ code: 'invalid', message: 'Not right.', requestId: 'r1', fields: { name: 'Too short' } }),
  );
  expect(refusal).toMatchObject({ code: 'invalid', status: 422, message: 'Not right.', requestId: 'r1' });
  expect(refusal.fields).toEqual({ name: 'Too short' });
  expect(refusal.body.errors).toEqual({ name: 'Too short' });
});
test('fills the sentence itself when the answer has none', () => {
  const text = JSON.stringify({ code: 'set_moved', details: { expected: 412, actual: 410 } });
  expect(readRefusal(409, text).message).toBe(sentenceOf('set_moved', { expected: 412, actual: 410 }));
});
test('makes a sentence of what is no refusal at all', () => {
  expect(readRefusal(502, '<html>Bad gateway</html>').code).toBe('internal');
  expect(readRefusal(401, '').code).toBe('not_signed_in');
  expect(readRefusal(404, '{"code":"something else"}').code).toBe('not_found');
});
test('never shows the words of a programming error', () => {
  expect(sentence(new TypeError('x is undefined'))).toBe(sentenceOf('internal'));
});
