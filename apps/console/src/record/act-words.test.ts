import { expect, it } from 'vitest';
import { actWords } from './act-words.ts';

it('says acts in the words of the office', () => {
  expect(actWords({ verb: 'recommend', decision: 'dismiss' })).toBe('Recommended dismissal');
  expect(actWords({ verb: 'return', decision: null })).toBe('Returned');
  expect(actWords({ verb: 'ask_for_facts', decision: null })).toBe('Asked for facts');
  expect(actWords({ verb: 'some_new_verb', decision: null })).toBe('Some new verb');
});
