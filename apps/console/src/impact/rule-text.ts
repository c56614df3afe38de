import { officeText } from '../record/office-text.ts';

/** A counting rule as a sentence: `Each conviction of the county that …`. */
export function ruleText(rule: string): string {
  const text = officeText(rule);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
