import { expect, it } from 'vitest';
import { provesInWords } from './proves-words.ts';

it('claims that nothing is missing only of a range', () => {
  const range = { proves: 'range', firstSequence: 1, lastSequence: 1204, count: 1204 } as const;
  expect(provesInWords(range)).toMatch(/all entries from 1 to 1,204: none is missing/);
  expect(provesInWords({ ...range, proves: 'entries', count: 3 })).toMatch(/does not prove that nothing was left out/);
  expect(provesInWords({ ...range, lastSequence: 1, count: 1 })).toMatch(/entry 1 stands/);
});
