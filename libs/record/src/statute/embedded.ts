import { remembering } from '../remembering.ts';
import type { StatuteRef } from '../statute.ts';
import { readCitation } from './citation.ts';
import { withoutControlNumber } from './control-number.ts';
import { digitsForLetters, spelledOut } from './spelling.ts';

const NUMBER = String.raw`[1-9]\d{1,13}(?:\.\d+){0,2}[A-Z]{0,2}?(?: *\([A-Z0-9]{1,4}\)){0,5}`;
/** A sign; or a blank where the number before it is one that goes on: PC 664, 182, 32, or a number broken by a slip. */
const JOINT = String.raw`(?: *[/&,;+:.\-] *|(?<=(?<!\d)(?:664|182|32|11|113)(?:\(A\))?(?:\(1\))?) +)`;
const CODE = String.raw`(?:HSC?|C?PC|C?VC|BPC?|WIC?|MVC?|GC|FG|UI|RT|MCL)(?![A-Z])`;
const CODE_LAST = new RegExp(String.raw`(?<![\d.])${NUMBER}(?:${JOINT}${NUMBER}){0,5}[ -]{0,3}${CODE}`, 'g');
const CODE_FIRST = new RegExp(String.raw`(?<![A-Z])${CODE}[ -]{0,3}${NUMBER}(?:[/&] *${NUMBER}){0,3}(?![\d.]*\d)`, 'g');
/** A number of the Controlled Substances Act that no other code has; a docket or a date has digits or signs around it. */
const UNCODED = /(?<![\dA-Z./-])11(?:35[7-9]|360)(?: ?\([A-Z0-9]\)){0,3}(?![\dA-Z/-]|\.\d)/g;

/** What courts do under, rather than what people are charged with: relief, diversion, sentence, release. */
const PROCEDURAL: readonly RegExp[] = [
  /^PC (?:17|849|1000|1001|1016|1170|1203|1210|1385|1473|1538|4852)(?:\.|$)/,
  /^PC 851\./,
  /^HS 1136(?:1\.[589])/,
];

/**
 * The sections that stand with their code anywhere in free words, such as a comment, in whatever spelling; and numbers of
 * cannabis offenses without one. Words alone name none.
 */
export function embeddedReferences(text: string): readonly StatuteRef[] {
  return remembered(withoutControlNumber(text));
}

const remembered = remembering(readEmbedded);

function readEmbedded(text: string): StatuteRef[] {
  if (!/\d\d/.test(text)) return [];
  const spelled = spelledOut(digitsForLetters(text));
  const found: string[] = [];
  const take = (form: RegExp, from: string) =>
    from.replace(form, (match) => {
      found.push(match);
      return ' ; ';
    });
  take(UNCODED, take(CODE_FIRST, take(CODE_LAST, spelled)));
  return found.flatMap((citation) => readCitation(citation).references).filter((reference) => !isProcedural(reference));
}

function isProcedural({ code, section }: StatuteRef): boolean {
  return PROCEDURAL.some((form) => form.test(`${code} ${section}`));
}
