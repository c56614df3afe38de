import { firstP64, isInComment } from './section.ts';
import type { CompatRow } from './row.ts';

const SUBDIVISION = /11357\(([A-D])\)/;

/**
 * The comment, whole, where it names a charge of Proposition 64 that the description of the offense does not; empty where
 * it does not. Any row may have one.
 */
export function otherP64(row: Pick<CompatRow, 'offense' | 'comment'>): string {
  const { comment } = row;
  const inComment = comment === '' ? undefined : firstP64(comment);
  if (inComment === undefined || isInComment(row.offense)) return '';
  const inOffense = firstP64(row.offense);
  if (inOffense !== inComment) return comment;
  return inOffense === '11357' && differ(subdivisionOf(row.offense), subdivisionOf(comment)) ? comment : '';
}

function subdivisionOf(text: string): string | undefined {
  return SUBDIVISION.exec(text)?.[1];
}

/** (a) and (b) are one kind of charge, (c) and (d) another; a comment that alone names one of them says more. */
function differ(inOffense: string | undefined, inComment: string | undefined): boolean {
  if (inComment === undefined) return false;
  return inOffense === undefined || isMinor(inOffense) !== isMinor(inComment);
}

function isMinor(subdivision: string): boolean {
  return subdivision === 'A' || subdivision === 'B';
}
