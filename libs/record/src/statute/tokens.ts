import { statuteCode } from './codes.ts';
import type { StatuteCode } from './codes.ts';

export type Token =
  | { readonly kind: 'section'; readonly section: string; readonly subdivisions: string[] }
  | { readonly kind: 'subdivision'; readonly name: string }
  | { readonly kind: 'code'; readonly code: StatuteCode }
  | { readonly kind: 'separator' }
  | { readonly kind: 'word'; readonly text: string };

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)([A-Z]*)|\(([A-Z0-9]{1,4})\)|(AND\b|[/&;,+])|([A-Z]+)|(\S))/y;

/** Two words joined by a sign that would be taken for a separator. */
const JOINED_CODES: readonly (readonly [RegExp, StatuteCode])[] = [
  [/(?<![A-Z])H *[&/] *S(?:C)?(?![A-Z])/g, 'HS'],
  [/(?<![A-Z])B *[&/] *P(?:C)?(?![A-Z])/g, 'BP'],
  [/(?<![A-Z])W *[&/] *I(?:C)?(?![A-Z])/g, 'WI'],
];

/** Cuts a text in capitals into what a citation is made of. */
export function tokensOf(text: string): Token[] {
  const source = JOINED_CODES.reduce((joined, [form, code]) => joined.replace(form, ` ${code} `), text);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const [, number, letters = '', subdivision, separator, word, other] = match;
    if (number !== undefined) tokens.push(...numberTokens(number, letters));
    else if (subdivision !== undefined) tokens.push({ kind: 'subdivision', name: subdivision.toLowerCase() });
    else if (separator !== undefined) tokens.push({ kind: 'separator' });
    else tokens.push(wordToken(word ?? other ?? ''));
  }
  return tokens;
}

function wordToken(text: string): Token {
  const code = statuteCode(text);
  return code ? { kind: 'code', code } : { kind: 'word', text };
}

/** `11359HS`, `288A`, `288APC`, `11357A`: letters right after a number are its code, a part of it, or both. */
function numberTokens(number: string, letters: string): Token[] {
  for (const own of [0, 1, 2]) {
    const code = statuteCode(letters.slice(own));
    if (code) return [sectionToken(number, letters.slice(0, own)), { kind: 'code', code }];
  }
  if (letters.length <= 2) return [sectionToken(number, letters)];
  return [{ kind: 'word', text: number + letters }];
}

/** Sections of five digits have no letters of their own: `11357A` is how some write 11357(a). */
function sectionToken(number: string, letters: string): Token {
  const isLong = number.split('.', 1)[0]?.length === 5;
  if (letters === '') return { kind: 'section', section: number, subdivisions: [] };
  if (isLong) return { kind: 'section', section: number, subdivisions: letters.toLowerCase().split('') };
  return { kind: 'section', section: number + letters.toLowerCase(), subdivisions: [] };
}
