import { outcomes } from '@clearance/contract';
import { outcomeWords, type StatusWord } from '../ui/words.ts';

/** The chip of a rule's outcome; a rule that says more than an outcome (`refer: City Attorney`) keeps its words. */
export function ruleOutcome(outcome: string): StatusWord {
  const code = outcomes.find(
    (known) =>
      known ===
      outcome
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
  );
  if (code) return outcomeWords[code];
  const text = outcome.replace(/_/g, ' ').trim();
  return { word: text.charAt(0).toUpperCase() + text.slice(1), tone: 'plain', sign: 'dot' };
}
