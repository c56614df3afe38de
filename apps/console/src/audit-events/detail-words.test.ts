import { expect, it } from 'vitest';
import { detailWords } from './detail-words.ts';

const said = (detail: Parameters<typeof detailWords>[0]) =>
  detailWords(detail).map(({ label, value }) => `${label}: ${value}`);

it('says of an annotated file what was in it, and under which words it was made', () => {
  expect(said({ decisions: false, terms: 0 })).toEqual([
    'Where each conviction stands: Left out',
    'Words and agencies: As they came with Clearance',
  ]);
  expect(said({ decisions: true, terms: 2 })).toEqual([
    'Where each conviction stands: In the file',
    'Words and agencies: Version 2',
  ]);
});
