import type { Rule } from '../policy/policy.ts';

/**
 * HS 11361.8 undoes what was no crime, or a lesser one, had Proposition 64 been in force: whoever was convicted on the day
 * it took effect, or later, was convicted under it.
 */
export const afterProp64: Rule = {
  id: 'after-prop-64',
  title: 'Convicted on or after 9 November 2016, when Proposition 64 was law.',
  when: { term: 'convicted', compare: 'on_or_after', date: '2016-11-09' },
  then: { outcome: 'not_eligible' },
  cite: 'HS 11361.8(a), (e)',
  confirm:
    'The day of the conviction decides. Whether an offense committed before 9 November 2016 still qualifies when the conviction came later is not settled here.',
  confirmEs:
    'Decide el día de la condena. Aquí no queda resuelto si un delito cometido antes del 9 de noviembre de 2016 todavía califica cuando la condena fue posterior.',
};
