import { expect, it } from 'vitest';
import { approval, stored } from '../testing/entries.ts';
import { jsonLine } from './json-lines.ts';

it('writes the stored bytes untouched and ends the line', () => {
  const { bytes } = stored(approval(1));
  expect(jsonLine(bytes)).toEqual(Buffer.from(`${bytes.toString('utf8')}\n`));
});

it('refuses bytes that would be two lines', () => {
  expect(() => jsonLine(Buffer.from('{}\n{}'))).toThrow(RangeError);
});
