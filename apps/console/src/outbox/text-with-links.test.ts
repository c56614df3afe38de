import { expect, test } from 'vitest';
import { textWithLinks } from './text-with-links.ts';

const page = '/invitation?token=abc';

test('makes a page of this console a link that opens here', () => {
  expect(textWithLinks(`Open http://console.example/#${page}.\nThanks`)).toEqual([
    { at: 0, text: 'Open ' },
    { at: 5, text: `http://console.example/#${page}`, to: page },
    { at: 50, text: '.\nThanks' },
  ]);
});
test('leaves other addresses text', () => {
  expect(textWithLinks('See https://elsewhere.example/x')).toEqual([
    { at: 0, text: 'See https://elsewhere.example/x' },
  ]);
});
test('leaves scripts text', () => {
  expect(textWithLinks('javascript:alert(1)').every(({ to }) => to === undefined)).toBe(true);
});
