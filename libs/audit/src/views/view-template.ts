import { auditCsvLine } from '../csv.ts';
import type { AuditEntry } from '../entry.ts';
import { ocsfText } from '../ocsf.ts';
import { LEAF, standIns, type Cut, type Values } from './entry-fields.ts';

/** The lines of an entry in both views, in UTF-8 with a character per byte, as the entry's text is. */
export type ViewLines = { readonly csv: string; readonly ocsf: string };

/** A line with gaps: `parts` is one longer than `gaps`, which are places in `Values`. */
type Gapped = { readonly parts: readonly string[]; readonly gaps: readonly number[] };

/** How the views of all entries look that differ in nothing but their values. */
export type ViewTemplate = { readonly cut: Cut; readonly csv: Gapped; readonly ocsf: Gapped };

/** The lines of one entry, made field by field. Throws where the text is no entry. */
export function linesOfEntry(text: string, leaf: string): ViewLines {
  const entry = JSON.parse(Buffer.from(text, 'latin1').toString('utf8')) as AuditEntry;
  return { csv: bytesAsText(auditCsvLine(entry)), ocsf: bytesAsText(ocsfText(entry, leaf)) };
}

/**
 * The template of an entry: its lines are made once with stand-ins for its values, and where those come out are the gaps.
 * Undefined where filling the gaps would not give what the entry itself gives.
 */
export function templateOf(text: string, cut: Cut, values: Values): ViewTemplate | undefined {
  const standing = linesOfEntry(filled({ parts: cut.parts, gaps: cut.fields }, standIns), standIns[LEAF] ?? '');
  const template = { cut, csv: gapped(standing.csv), ocsf: gapped(standing.ocsf) };
  const lines = linesOfEntry(text, values[LEAF] ?? '');
  const same = filled(template.csv, values) === lines.csv && filled(template.ocsf, values) === lines.ocsf;
  return same ? template : undefined;
}

export function filled({ parts, gaps }: Gapped, values: Readonly<Values>): string {
  let line = parts[0] ?? '';
  for (let place = 0; place < gaps.length; place += 1) {
    line += (values[gaps[place] ?? 0] ?? '') + (parts[place + 1] ?? '');
  }
  return line;
}

const STAND_INS = new RegExp(`(${standIns.join('|')})`);

function gapped(line: string): Gapped {
  const pieces = line.split(STAND_INS);
  return {
    parts: pieces.filter((_, place) => place % 2 === 0),
    gaps: pieces.filter((_, place) => place % 2 === 1).map((standIn) => standIns.indexOf(standIn)),
  };
}

const bytesAsText = (line: string): string => Buffer.from(line, 'utf8').toString('latin1');
