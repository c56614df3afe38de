import { statuteCode } from './codes.ts';
import type { StatuteCode } from './codes.ts';

export type Token = { readonly at: number } & (
  | { readonly kind: 'section'; readonly number: string; readonly letters: string }
  | { readonly kind: 'subdivision'; readonly name: string }
  | { readonly kind: 'code'; readonly code: StatuteCode }
  /** `/` and the like, which join sections; `-` and `.`, which may as well begin the description or end a number. */
  | { readonly kind: 'separator'; readonly sign: '/' | '-' | '.' }
  | { readonly kind: 'word'; readonly text: string }
);

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)*)([A-Z]*)|\( ?(\d+\.\d+|[A-Z0-9]{1,4}) ?\)|(AND\b|W(?:ITH|\/)(?= ?[\d(])|[/&;,+:|\\_*=])|(-+)|(\.)|([A-Z]+)|(\S))/y;

/** Cuts a text in capitals into what a citation is made of. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [, number, letters = '', subdivision, sign, dash, point, word, other] = match;
    const at = match.index;
    if (number !== undefined) tokens.push(...numberTokens(number, letters, at));
    else if (subdivision !== undefined) tokens.push(subdivisionToken(subdivision, at));
    else if (sign !== undefined) tokens.push({ kind: 'separator', sign: '/', at });
    else if (dash !== undefined) tokens.push({ kind: 'separator', sign: '-', at });
    else if (point !== undefined) tokens.push({ kind: 'separator', sign: '.', at });
    else tokens.push(wordToken(word ?? other ?? '', at));
  }
  return tokens;
}

/** `187(A)(664)`: some write what makes it an attempt as if it were a part of the section. */
function subdivisionToken(name: string, at: number): Token {
  const isSection = /^(?:664|182|187|\d{3}\.\d+)$/.test(name);
  if (isSection) return { kind: 'section', number: name, letters: '', at };
  return { kind: 'subdivision', name: name.toLowerCase(), at };
}

function wordToken(text: string, at: number): Token {
  const code = statuteCode(text);
  return code ? { kind: 'code', code, at } : { kind: 'word', text, at };
}

/** `11359HS`, `288A`, `288APC`, `11357A`: letters right after a number are its code, a part of it, or both. */
function numberTokens(number: string, letters: string, at: number): Token[] {
  for (const own of [0, 1, 2]) {
    const code = statuteCode(letters.slice(own));
    if (code) {
      return [
        { kind: 'section', number, letters: letters.slice(0, own), at },
        { kind: 'code', code, at },
      ];
    }
  }
  if (letters.length <= 2) return [{ kind: 'section', number, letters, at }];
  return [{ kind: 'word', text: number + letters, at }];
}
