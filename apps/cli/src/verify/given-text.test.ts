import { expect, it } from 'vitest';
import { givenText } from './given-text.ts';

const text = '— clearance.example/1 AbC=\r\n';

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['the code page of Windows', Buffer.from(text.replace('—', '\u0097'), 'latin1')],
])('a file is read that was saved in %s', (_how, bytes) => {
  expect(givenText(bytes)).toBe(text);
});
