import { listed } from './lists.ts';
import type { Listed } from './lists.ts';
import type { CompatRow } from './row.ts';

/** The four sections of Proposition 64. */
export const P64_SECTIONS = ['11357', '11358', '11359', '11360'] as const;
export type P64Section = (typeof P64_SECTIONS)[number];

const P64 = /1135[789]|11360/;

/**
 * Anywhere in the text, as the pilots' tool had it: `11602 PC` is a hit, and PC 647(f) only where the letter is small,
 * which is not how the state writes it. A blank is one of the five of Go's expressions, no other.
 */
const RELATED =
  /(?:(?:647\(f\)|602|466|148|148\.9)[\t\n\f\r ]*PC|(?:11364|11550)[\t\n\f\r ]*HS|(?:4060|4140|4149)[\t\n\f\r ]*BP|40508[\t\n\f\r ]*VC|1320[^\d.][^.]*PC)/;

/** What the text before the dash of an offense says, as the old tools read it. */
export interface SectionReading extends Listed {
  /** Untrimmed. */
  readonly text: string;
  /** The first number of the four that stands anywhere in it. */
  readonly p64: P64Section | undefined;
  /** Of one of the offenses that Contra Costa and San Joaquin dismissed beside a cannabis charge. */
  readonly related: boolean;
}

/** The first of the four numbers that stands anywhere in a text. */
export function firstP64(text: string): P64Section | undefined {
  return P64.exec(text)?.[0] as P64Section | undefined;
}

/** Whether the offense is to be looked for in the comment. */
export function isInComment(offense: string): boolean {
  const first = offense.charCodeAt(0);
  // Nearly every description begins with a digit; only the others need to be trimmed.
  if (first >= 0x30 && first <= 0x39) return false;
  const trimmed = offense.trim();
  return trimmed === '' || trimmed === 'SEE COMMENT FOR CHARGE';
}

/** Small, because what is remembered may keep the whole line alive that it was cut from. */
const MOST_REMEMBERED = 4096;
const remembered = new Map<string, SectionReading>();

export function readSection(row: Pick<CompatRow, 'offense' | 'comment'>): SectionReading {
  const { offense } = row;
  const text = beforeDash(isInComment(offense) ? row.comment : offense);
  let reading = remembered.get(text);
  if (!reading) {
    reading = { text, p64: firstP64(text), related: RELATED.test(text), ...listed(text) };
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, reading);
  }
  return reading;
}

function beforeDash(text: string): string {
  const dash = text.indexOf('-');
  return dash < 0 ? text : text.slice(0, dash);
}
