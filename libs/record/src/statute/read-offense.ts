import { textOf } from '../cell.ts';
import type { ColumnName } from '../columns.ts';
import type { HistoryRow } from '../history.ts';
import type { OffenseText, StatuteRef } from '../statute.ts';
import { readCitation } from './citation.ts';
import type { Citation } from './citation.ts';
import { embeddedReferences } from './embedded.ts';
import { remembering } from '../remembering.ts';

const SEE_COMMENT = /^SEE\s+COMMENTS?(?:\s+FOR\s+CHARGES?)?\.?$/i;

/** True where a description holds nothing, or sends the reader to the comment. */
export function isInComment(description: string): boolean {
  return description === '' || SEE_COMMENT.test(description);
}

/** Reads what one cell of the row says that the offense was; where it says nothing, what the comment says. */
export function readOffense(row: HistoryRow, column: 'OFFENSE_DESCR' | 'CONV_OFFENSE_DESCR'): OffenseText {
  const description = textOf(row, column);
  if (!isInComment(description)) {
    return offenseText(row, column, 'description', description, readDescription(description));
  }
  const comment = textOf(row, 'COMMENT_TEXT');
  return offenseText(row, 'COMMENT_TEXT', 'comment', comment, readComment(comment));
}

/** The charges that a row's comment names beside the one in its description; undefined where there are none. */
export function commentCharges(row: HistoryRow): OffenseText | undefined {
  const description = textOf(row, 'OFFENSE_DESCR');
  const comment = textOf(row, 'COMMENT_TEXT');
  if (comment === '' || isInComment(description)) return undefined;
  const named = embeddedReferences(comment.toUpperCase());
  if (named.length === 0) return undefined;
  const known = readDescription(description).references.map(statuteText);
  const references = named.filter((one) => !known.includes(statuteText(one)));
  if (references.length === 0) return undefined;
  return offenseText(row, 'COMMENT_TEXT', 'comment', comment, { references });
}

/** How a section is cited: `HS 11357(a)(1)`, with `attempt of`, `conspiracy to` or `accessory to` before it. */
export function statuteText(reference: StatuteRef): string {
  const made = [
    reference.attempt ? 'attempt of ' : '',
    reference.conspiracy ? 'conspiracy to ' : '',
    reference.accessory ? 'accessory to ' : '',
  ];
  const subdivisions = reference.subdivisions.map((name) => `(${name})`).join('');
  return `${made.join('')}${reference.code ? `${reference.code} ` : ''}${reference.section}${subdivisions}`;
}

/** Reads a description: the citation up to the first dash, and further ones that the words after it add with a sign. */
export const readDescription = remembering((text: string): Citation => {
  const capitals = text.toUpperCase();
  const dash = capitals.indexOf('-');
  if (dash < 0) return readCitation(capitals);
  const citation = readCitation(capitals.slice(0, dash));
  const further = capitals
    .slice(dash)
    .match(/[/&;+,] *\d.*$/)?.[0]
    .slice(1);
  if (citation.references.length === 0 || !further) return citation;
  return { references: [...citation.references, ...embeddedReferences(further)] };
});

/** A comment is free words: sections count where their code stands with them, or where it begins with them. */
const readComment = remembering((text: string): Citation => {
  const capitals = text.toUpperCase();
  const references = embeddedReferences(capitals);
  return references.length > 0 ? { references } : readCitation(capitals.split('-', 1)[0] ?? '');
});

function offenseText(
  row: HistoryRow,
  column: ColumnName,
  source: OffenseText['source'],
  text: string,
  citation: Citation,
): OffenseText {
  return { text, cell: { line: row.line, column }, source, ...citation };
}
