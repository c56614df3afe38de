import { expect, test } from 'vitest';
import { addressesIn, unreadable } from './addresses.ts';

test('reads addresses as they come out of a mail program', () => {
  expect(addressesIn('Ann Lee <ann@office.example>; BOB@office.example,\n carl@office.example')).toEqual([
    'ann@office.example',
    'bob@office.example',
    'carl@office.example',
  ]);
});
test('loses nothing that was meant as an address', () =>
  expect(addressesIn('sam.clerk.office.example, nina@office.example')).toEqual([
    'sam.clerk.office.example',
    'nina@office.example',
  ]));
test('takes everybody once', () => expect(addressesIn('a@b.example A@B.example')).toEqual(['a@b.example']));
test('names what cannot be an address', () => {
  expect(unreadable(['a@b', 'a@@b.example', 'a@b.example'])).toEqual(['a@b', 'a@@b.example']);
});
