import type { StatuteRef } from '../statute.ts';
import type { StatuteCode } from './codes.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

export interface Citation {
  readonly references: readonly StatuteRef[];
  readonly unparsed?: string;
}

/** A section of the citation; its code is its own, or the one that the list of sections ends with. */
interface Item {
  section: string;
  readonly subdivisions: string[];
  code: StatuteCode | undefined;
  hasOwnCode: boolean;
}

/** What makes an offense of the section after it: PC 664 an attempt, PC 182 a conspiracy, PC 32 an accessory. */
const PREFIXES: Readonly<Record<string, 'attempt' | 'conspiracy' | 'accessory'>> = {
  '664': 'attempt',
  '182': 'conspiracy',
  '32': 'accessory',
};

/**
 * Reads one citation: sections with their subdivisions, one code or several (`664/11358 HS`, `484(A)/490.5 PC`,
 * `PC 187(A)`). Words after the sections are the description and are passed over.
 *
 * @param text capitals, without the description that follows a dash
 */
export function readCitation(text: string): Citation {
  const trimmed = text.trim();
  const items = itemsOf(tokensOf(trimmed));
  if (!items || items.length === 0 || items.some(isNoSection)) return { references: [], unparsed: trimmed };
  return { references: withPrefixes(items) };
}

/** A short number without a code is a count, a quantity or a rank (`1ST DEGREE`), not a section. */
function isNoSection(item: Item): boolean {
  return item.code === undefined && /^\d{1,2}(?!\d)/.test(item.section) && !Object.hasOwn(PREFIXES, item.section);
}

/** The sections in order; undefined where something stands between them that belongs to no citation. */
function itemsOf(tokens: readonly Token[]): Item[] | undefined {
  const items: Item[] = [];
  let codeAhead: StatuteCode | undefined;
  let afterSeparator = false;
  for (const [position, token] of tokens.entries()) {
    const last = items.at(-1);
    const next = tokens[position + 1];
    if (token.kind === 'section') {
      if (last?.code === 'US' && last.hasOwnCode && !afterSeparator) last.section += `-${token.section}`;
      else items.push({ ...newItem(token.section, codeAhead), subdivisions: [...token.subdivisions] });
    } else if (token.kind === 'subdivision') {
      if (!last) return undefined;
      // `11360(A)/(B)`: the same section again
      if (afterSeparator) items.push({ ...newItem(last.section, codeAhead), subdivisions: [token.name] });
      else last.subdivisions.push(token.name);
    } else if (token.kind === 'code') {
      if (next?.kind === 'section' && (!last || last.code !== undefined) && token.code !== 'US') codeAhead = token.code;
      else if (!last || afterSeparator) return undefined;
      else closeList(items, token.code);
    } else if (token.kind === 'word') {
      if (!last) return undefined;
      const isDescription = /^[A-Z]/.test(token.text) && !(afterSeparator && last.code === undefined);
      return isDescription || last.code !== undefined ? items : undefined;
    }
    afterSeparator = token.kind === 'separator';
  }
  return afterSeparator && items.at(-1)?.code === undefined ? undefined : items;
}

function newItem(section: string, code: StatuteCode | undefined): Item {
  return { section, subdivisions: [], code, hasOwnCode: code !== undefined };
}

/** A code belongs to the section before it, and to those before that which have none. */
function closeList(items: readonly Item[], code: StatuteCode): void {
  for (const item of items) item.code ??= code;
  const last = items.at(-1);
  if (last) last.hasOwnCode = true;
}

function withPrefixes(items: readonly Item[]): StatuteRef[] {
  const rest = [...items];
  const made: { attempt?: true; conspiracy?: true; accessory?: true } = {};
  for (let first = rest[0]; first && rest.length > 1; first = rest[0]) {
    const prefix = prefixOf(first);
    if (!prefix) break;
    made[prefix] = true;
    rest.shift();
  }
  // `187(A)/664 PC`: some write what makes it an attempt behind the offense.
  const offenses = rest.filter((item) => !(rest.length > 1 && prefixOf(item) === 'attempt'));
  if (offenses.length < rest.length) made.attempt = true;
  return offenses.map(({ section, subdivisions, code }) => ({ code, section, subdivisions, ...made }));
}

function prefixOf(item: Item): 'attempt' | 'conspiracy' | 'accessory' | undefined {
  if (item.hasOwnCode && item.code !== 'PC') return undefined;
  return Object.hasOwn(PREFIXES, item.section) ? PREFIXES[item.section] : undefined;
}
