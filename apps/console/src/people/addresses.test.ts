import { expect, test } from 'vitest';
import { addressesIn, sendVerb, verdictsOf } from './addresses.ts';

test('reads addresses as they come out of a mail program', () => {
  expect(addressesIn('Ann Lee <ann@office.example>; BOB@office.example,\n carl@office.example')).toEqual([
    'ann@office.example',
    'bob@office.example',
    'carl@office.example',
  ]);
});
test('reads names with a comma, as Outlook writes them, with quotes and without', () => {
  expect(addressesIn('"Ruiz, Tom" <tom@office.example>; "Lee, Ann" <ann@office.example>')).toEqual([
    'tom@office.example',
    'ann@office.example',
  ]);
  expect(addressesIn('Ruiz, Tom <tom@office.example>')).toEqual(['tom@office.example']);
  expect(addressesIn('"St. Clair, Tom" <tom@office.example>')).toEqual(['tom@office.example']);
  expect(addressesIn('mailto:tom@office.example')).toEqual(['tom@office.example']);
});
test('loses nothing that was meant as an address', () =>
  expect(addressesIn('sam.clerk.office.example, nina@office.example')).toEqual([
    'sam.clerk.office.example',
    'nina@office.example',
  ]));
test('takes everybody once', () => expect(addressesIn('a@b.example A@B.example')).toEqual(['a@b.example']));
test('says of each whether it can be invited', () => {
  const addresses = ['a@b', 'a@@b.example', 'a@b.example', 'c@b.example'];
  expect(verdictsOf(addresses, new Set(['c@b.example'])).map(({ verdict }) => verdict)).toEqual([
    'unreadable',
    'unreadable',
    'right',
    'works_here',
  ]);
});
test('sends those that are right, and says how many', () => {
  expect(sendVerb(1, 1)).toBe('Send the invitation');
  expect(sendVerb(7, 7)).toBe('Send 7 invitations');
  expect(sendVerb(7, 6)).toBe('Send the 6 that are right');
  expect(sendVerb(2, 1)).toBe('Send the 1 that is right');
});
