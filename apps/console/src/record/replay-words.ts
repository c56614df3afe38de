import type { ReplayView } from '@clearance/contract';
import { calendarDate, counted } from '../ui/format.ts';
import { officeText } from './office-text.ts';

const words: Readonly<Record<string, string>> = {
  outcome: 'outcome',
  ruleId: 'deciding rule',
  reason: 'reason',
  citation: 'law cited',
  legalBasis: 'legal basis',
  unknownFacts: 'missing facts',
  wouldQualifyIf: 'would qualify if',
  flags: 'flags',
  facts: 'what the lists show',
  policyVersion: 'version within the policy',
  dialect: 'version of the engine',
  result: 'answer',
  value: 'value',
  label: 'condition',
  cells: 'source cells',
  arithmetic: 'arithmetic',
  cite: 'law cited',
  title: 'rule',
};

const numbered: Readonly<Record<string, string>> = { steps: 'rule', terms: 'condition' };

/** What became of making a determination again. */
export function replaySentence(answer: ReplayView): string {
  const { asOf, dialect, differences, engineStillThere, historyStillThere, identical, policyVersion } = answer;
  const by = `policy version ${policyVersion}, as of ${calendarDate(asOf)}`;
  if (!engineStillThere) {
    return `This determination was made by an engine that is no longer shipped (${dialect}), so it cannot be recomputed. It stands as it was stored, under ${by}.`;
  }
  if (!historyStillThere) {
    return `A newer file replaced the history that this was decided on, so it cannot be recomputed. It stands as it was stored then, under ${by}.`;
  }
  if (identical)
    return `Identical: recomputed just now from the stored history with ${by}, by the engine that made it (${dialect}); every byte the same.`;
  return `Not identical: recomputed just now from the stored history with ${by}, by the engine that made it (${dialect}); it differs in ${counted(differences.length, 'place')}. What was stored stands. Tell whoever runs your installation.`;
}

/** Where two determinations differ, in words: `trace.steps.3.terms.0.value` → `Rule 4, condition 1, value`. */
export function pathWords(path: string): string {
  if (path === '') return 'The whole determination';
  const parts: string[] = [];
  const keys = path.split('.').filter((key) => key !== 'trace');
  keys.forEach((key, index) => {
    const before = keys[index - 1] ?? '';
    if (/^\d+$/.test(key)) parts.push(`${numbered[before] ?? 'no.'} ${Number(key) + 1}`);
    else if (!(key in numbered))
      parts.push(words[key] ?? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  });
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One side of a difference as a person reads it. */
export function sideWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value === '' ? 'empty' : officeText(value);
  if (typeof value === 'number') return String(value);
  return Object.values(value).map(sideWords).join('; ');
}
