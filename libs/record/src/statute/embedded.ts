import { readCitation } from './citation.ts';
import type { StatuteRef } from '../statute.ts';

const NUMBER = String.raw`\d{2,6}(?:\.\d+)?[A-Z]{0,2}?(?: *\([A-Z0-9]{1,4}\))*`;
const CODE = String.raw`(?:HSC?|C?PC|C?VC|BPC?|WIC?|MVC?|GC|FG|UI|RT|MCL|H *[&/] *SC?|B *[&/] *PC?|W *[&/] *IC?)(?![A-Z])`;
const CODE_LAST = new RegExp(String.raw`(?<![\d.])${NUMBER}(?: *[/&,] *${NUMBER}){0,5} *${CODE}`, 'g');
const CODE_FIRST = new RegExp(String.raw`(?<![A-Z])${CODE} *${NUMBER}(?![\d.])`, 'g');

/** What courts do under, rather than what people are charged with: relief, diversion, sentence, release. */
const PROCEDURAL: readonly RegExp[] = [
  /^PC (?:17|849|1000|1001|1016|1170|1203|1210|1385|1473|1538|4852)(?:\.|$)/,
  /^PC 851\./,
  /^HS 1136(?:1\.[589])/,
];

/** The sections that stand with their code anywhere in free words, such as a comment. Words alone name none. */
export function embeddedReferences(text: string): StatuteRef[] {
  const found = text.match(CODE_LAST) ?? text.match(CODE_FIRST) ?? [];
  return found.flatMap((citation) => readCitation(citation).references).filter((reference) => !isProcedural(reference));
}

function isProcedural({ code, section }: StatuteRef): boolean {
  return PROCEDURAL.some((form) => form.test(`${code} ${section}`));
}
