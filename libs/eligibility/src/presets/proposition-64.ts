import type { Condition, Rule } from '../policy/policy.ts';

/** Proposition 64 was law from this day on. */
export const PROPOSITION_64 = '2016-11-09';

/**
 * Who was convicted under the new law was convicted of what it left a crime: HS 11361.8 speaks only of those who would
 * not have been, or of less, had it been in force.
 */
export const afterProposition64: Rule = {
  id: 'after-prop-64',
  title: 'Convicted on or after November 9, 2016, when Proposition 64 was law.',
  when: { term: 'convicted', compare: 'on_or_after', date: PROPOSITION_64 },
  then: { outcome: 'not_eligible' },
  cite: 'HS 11361.8(a), (e); Proposition 64 (2016), effective November 9, 2016',
  confirm:
    'The state file shows the day of the conviction. An offense committed before November 9, 2016 and convicted on or after it may still qualify.',
};

/** The conviction is of one list and of nothing in another: a text may name offenses of both. */
export function only(list: string, outside: string): readonly Condition[] {
  return [{ term: 'offense', in: list }, { not: { term: 'offense', in: outside } }];
}
