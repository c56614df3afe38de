import { ruleMarks } from './rule-mark.ts';
import type { ConvictionView, Determination } from '@clearance/contract';
import { calendarDate } from '../ui/format.ts';
import { outcomeWords } from '../ui/words.ts';
import { factWord, settledBy } from './fact-words.ts';
import { joined } from './joined.ts';
import { officeText } from './office-text.ts';
import { groupWords } from './trace-groups.ts';
import type { Parts } from './line-words.ts';
import { cellOf, cellWords } from './source-index.ts';
import type { TraceView } from './trace-view.ts';
import { truthWords } from './truth-words.ts';
import { sectionWord } from '../convictions/section-word.ts';
import { personName } from './person-words.ts';

type Subject = Pick<ConvictionView, 'name' | 'section' | 'caseNumber' | 'date' | 'court'>;

/** The determination in one sentence, its full stop included: `Dismiss: Two or more priors (HS 11361.9).` */
export function determinationSentence({ outcome, reason, citation, agency }: Determination): string {
  const who = outcome === 'refer' && agency ? ` to ${agency}` : '';
  const cite = citation ? ` (${citation})` : '';
  return `${outcomeWords[outcome].word}${who}: ${reason.replace(/\.$/, '')}${cite}.`;
}

const sources = (parts: Parts, cells: readonly string[], entered: readonly string[] = []) => {
  const places = [...entered, ...cells.filter((cell) => cellOf(cell)).map((cell) => cellWords(cell, parts))];
  return places.length > 0 ? ` [${places.join('; ')}]` : '';
};

/** The reasons as plain text, to paste into a memo: every rule tried, with values, sources and arithmetic. */
export function traceText(subject: Subject, view: TraceView, parts: Parts): string {
  const { determination } = view;
  const head = `${personName(subject.name)}, ${sectionWord(subject.section)}, case ${subject.caseNumber || 'not given'}, ${calendarDate(subject.date)}, ${subject.court}`;
  if (!determination) return `${head}\nNot evaluated yet.`;
  const lines = [
    head,
    determinationSentence(determination),
    `Policy ${view.policyName ?? determination.trace.policy}, version ${view.policyVersion ?? determination.trace.policyVersion}, as of ${calendarDate(view.asOf ?? determination.trace.asOf)}. Legal basis: ${determination.legalBasis}.`,
  ];
  for (const { fact, why, cells } of determination.unknownFacts) {
    const settle = settledBy(fact);
    lines.push(
      `Not known: ${factWord(fact).toLowerCase()}: ${why}${sources(parts, cells)}${settle ? `. ${settle}` : ''}`,
    );
  }
  const marks = ruleMarks(determination.trace.steps);
  determination.trace.steps.forEach((step, index) => {
    const mark = marks[index] ?? '';
    lines.push(
      '',
      `${/\d/.test(mark) ? `${mark}.` : mark} ${step.title} (${step.cite}): ${truthWords(step.result, 'rule').toLowerCase()}`,
    );
    for (const term of step.terms) {
      const group = term.group ? `${groupWords(term.group).toLowerCase()}: ` : '';
      const sum = term.arithmetic ? `; ${term.arithmetic}` : '';
      lines.push(
        `   - ${group}${term.label}: ${term.value}${sum}: ${truthWords(term.result, 'term').toLowerCase()}${sources(parts, term.cells, term.entered)}`,
      );
    }
  });
  const missing = determination.wouldQualifyIf ?? [];
  if (missing.length > 0) lines.push('', 'Would qualify if:', ...joined(missing).map((line) => `   - ${line}`));
  return lines.map(officeText).join('\n');
}
