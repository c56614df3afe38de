import type { Truth } from './determination.ts';

/** True when all are; false as soon as one is; otherwise unknown. Nothing at all is true. */
export function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes('unknown') ? 'unknown' : true;
}

/** True as soon as one is; false when all are; otherwise unknown. Nothing at all is false. */
export function some(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes('unknown') ? 'unknown' : false;
}

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}

/** Whether something that happened `sure` to `possible` times happened at least `needed` times. */
export function atLeast(needed: number, sure: number, possible: number): Truth {
  if (sure >= needed) return true;
  return possible < needed ? false : 'unknown';
}
