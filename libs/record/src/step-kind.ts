import { cellText } from './cell.ts';
import type { StepKind } from './history.ts';
import { remembering } from './remembering.ts';

/** How agencies write the type of a step, by its words. Anything else is of another kind. */
const WORDS: readonly (readonly [RegExp, StepKind])[] = [
  [/\bARREST|^(DETAINED|CITED|CITATION|CITE\b|BOOKED|BOOKING|ARR\b)/, 'arrest'],
  [/^(COURT|CRT\b|CT\b)|^(SUPERIOR|MUNICIPAL|MUNI|JUSTICE|JUVENILE) (COURT|CRT|CT)\b/, 'court'],
  [/^(REGIST|REG\b)/, 'registration'],
  [/^(DECEASED|DEATH|DEAD\b)/, 'deceased'],
];

/** What a row is, by its own STP_TYPE_DESCR, whatever the other rows of its step are. */
export const stepKindOf: (cell: string) => StepKind = remembering(readKind);

function readKind(cell: string): StepKind {
  const text = cellText(cell).toUpperCase();
  return WORDS.find(([words]) => words.test(text))?.[1] ?? 'other';
}
