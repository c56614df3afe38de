import { textOf } from '../cell.ts';
import type { ColumnName } from '../columns.ts';
import type { HistoryRow } from '../history.ts';
import type { OffenseText, StatuteRef } from '../statute.ts';
import { remembering } from '../remembering.ts';
import { readCitation, readCitationAndWords } from './citation.ts';
import type { Citation } from './citation.ts';
import { embeddedReferences } from './embedded.ts';
import { LEADING, mannerOf, mannersInWords, withManners } from './inchoate.ts';
import { isSentencingSection, isViolationSection } from './no-crime.ts';

/** `SEE COMMENT FOR CHARGE`, with the slips that occur: `SEE. COMMENT`, `*SEE COMMENTS*`, `REFER TO COMMENT`. */
const SEE_COMMENT =
  /^\W*(?:(?:PLEASE\W+)?(?:SEE|REFER\W+TO|CHECK|READ|PER)\W*(?:THE\W+)?)?(?:COMM?ENTS?|CMTS?|COMM|REMARKS?)(?:\W+(?:TEXT|FIELD|BELOW))?(?:\W*(?:FOR|RE)\W+(?:THE\W+)?(?:CHARGES?|CHGS?|OFFENSES?|COUNTS?|VIOLATIONS?))?\W*$/i;

/** True where a description holds nothing, or sends the reader to the comment. */
export function isInComment(description: string): boolean {
  return description === '' || SEE_COMMENT.test(description);
}

/** The columns that describe an offense: as charged, as disposed of, as convicted of. */
export type OffenseColumn = 'OFFENSE_DESCR' | 'DISP_OFFENSE_DESCR' | 'CONV_OFFENSE_DESCR';

/**
 * Reads what one cell of the row says that the offense was; where it says nothing, what the comment says. A rule of
 * sentencing such as PC 1170(h) is no offense: the comment most likely says what was, and not surely.
 */
export function readOffense(row: HistoryRow, column: OffenseColumn): OffenseText {
  const description = textOf(row, column);
  if (!isInComment(description)) {
    const citation = readDescription(description);
    const offense = offenseText(row, column, 'description', description, citation);
    return citation.references.some(isSentencingSection) ? withoutSentencing(row, offense) : offense;
  }
  const comment = textOf(row, 'COMMENT_TEXT');
  return offenseText(row, 'COMMENT_TEXT', 'comment', comment, readComment(comment));
}

const INSTEAD = 'the comment names it where the description names a rule of sentencing';

function withoutSentencing(row: HistoryRow, offense: OffenseText): OffenseText {
  const offenses = offense.references.filter((one) => !isSentencingSection(one));
  if (offenses.length > 0) return { ...offense, references: offenses };
  const comment = textOf(row, 'COMMENT_TEXT');
  const { references } = readComment(comment);
  if (references.length === 0) return { ...offense, references: [], unparsed: offense.text };
  const doubtful = references.map((one): StatuteRef => ({ ...one, doubt: one.doubt ?? INSTEAD }));
  const besides = [offense.cell];
  return { ...offenseText(row, 'COMMENT_TEXT', 'comment', comment, { references: doubtful }), besides };
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

/** How a section is cited: `HS 11357(a)(1)`, with `attempt of`, `conspiracy to` or the like before it. */
export function statuteText(reference: StatuteRef): string {
  const made = [
    reference.attempt ? 'attempt of ' : '',
    reference.conspiracy ? 'conspiracy to ' : '',
    reference.accessory ? 'accessory to ' : '',
    reference.solicitation ? 'solicitation of ' : '',
  ];
  const subdivisions = reference.subdivisions.map((name) => `(${name})`).join('');
  return `${made.join('')}${reference.code ? `${reference.code} ` : ''}${reference.section}${subdivisions}`;
}

/**
 * Reads a description: the citation it begins with; what its words say of how somebody took part; and further sections
 * that the words add with a sign.
 */
export const readDescription = remembering((text: string): Citation => {
  const capitals = text.trim().toUpperCase();
  const leading = LEADING.exec(capitals)?.[0] ?? '';
  const { references, words } = readCitationAndWords(capitals.slice(leading.length));
  if (references.length === 0) return { references, unparsed: text.trim() };
  const said = `${leading} ${words}`.trim();
  return { references: apartFromViolations(said === '' ? references : withWords(references, said)) };
});

function withWords(references: readonly StatuteRef[], words: string): readonly StatuteRef[] {
  const made = withManners(references, mannersInWords(words, references));
  const further = words.match(/[/&;+,] *\d.*$/)?.[0].slice(1);
  const gang = words.match(GANG)?.[0];
  const added = [
    ...(further === undefined
      ? []
      : embeddedReferences(further).filter(({ section }) => mannerOf(section) === undefined)),
    ...(gang === undefined ? [] : readCitation(gang).references),
  ];
  const found = [...made];
  for (const one of added) if (!found.some((known) => statuteText(known) === statuteText(one))) found.push(one);
  return found;
}

const GANG = /(?<![\d.])186\.22(?: ?\([A-Z0-9]\))+/;

const BESIDE = 'it stands beside the violation of the terms of a sentence, which may be one for it';

/** `1203.2/11359`: the offense is the one that the broken terms belong to, or a new one. */
function apartFromViolations(references: readonly StatuteRef[]): readonly StatuteRef[] {
  if (references.length < 2 || !references.some(isViolationSection) || references.every(isViolationSection)) {
    return references;
  }
  return references.map((one) => (isViolationSection(one) ? one : { ...one, doubt: one.doubt ?? BESIDE }));
}

/** A comment is free words: sections count where their code stands with them, or where it begins with them. */
const readComment = remembering((text: string): Citation => {
  const capitals = text.toUpperCase();
  const references = embeddedReferences(capitals);
  return references.length > 0 ? { references } : readDescription(capitals);
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
