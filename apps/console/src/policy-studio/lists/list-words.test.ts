import { expect, it } from 'vitest';
import { entryWords } from './list-words.ts';

it('says what a statute of a list is limited to', () => {
  expect(entryWords({ statute: 'PC 187' })).toBe('');
  expect(entryWords({ statute: 'PC 245', exactly: true, may: 'depends on the victim' })).toBe(
    'only written just so; a person decides: depends on the victim',
  );
  expect(entryWords({ statute: 'PC 1', from: '1998-01-01', to: '2000-12-31', nowKnownAs: 'PC 2' })).toBe(
    'convictions from Jan 1, 1998 to Dec 31, 2000; now PC 2',
  );
  expect(entryWords({ statute: 'PC 1', to: '2000-12-31', attempts: 'does_not_count' })).toBe(
    'convictions to Dec 31, 2000; an attempt: does not count',
  );
});
