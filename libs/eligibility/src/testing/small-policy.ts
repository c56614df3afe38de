import { localDate } from '@clearance/record';

import type { Determination, Outcome, TraceStep } from '../determination.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Condition, Policy } from '../policy/policy.ts';
import { presetNamed } from '../presets/presets.ts';
import type { SmallCount, SmallPerson } from './small-history.ts';
import { smallHistory } from './small-history.ts';

export const context = { county: 'LOS ANGELES', asOf: localDate('2020-02-13') };
export const felony: Condition = { term: 'severity', is: ['felony'] };

export function preset(name: string): Policy {
  const policy = presetNamed(name);
  if (!policy) throw new RangeError(name);
  return policy;
}

/** A policy of one or more rules with the lists of `la-2020`. */
export function policyOf(...rules: readonly (readonly [Condition, Outcome])[]): Policy {
  return {
    ...preset('la-2020'),
    rules: rules.map(([when, outcome], index) => ({
      id: `rule-${index + 1}`,
      title: `Rule ${index + 1}.`,
      when,
      then: { outcome },
      cite: 'HS 11361.9',
    })),
  };
}

/** A person with one conviction of HS 11359 unless told otherwise. */
export function personWith(
  count: Partial<SmallCount>,
  more: Partial<SmallPerson> & { date?: string } = {},
): SmallPerson {
  const { date = '20050101', ...person } = more;
  return { born: '19800101', cases: [{ date, counts: [{ offense: '11359 HS-SALE', ...count }] }], ...person };
}

/** One rule of a trace. */
export function stepOf({ trace }: Determination, rule: string): TraceStep {
  const step = trace.steps.find((each) => each.rule === rule);
  if (!step) throw new RangeError(`rule ${rule} was not tried`);
  return step;
}

/** What is determined of the first conviction. */
export function first(person: SmallPerson, policy: Policy): Determination {
  const [determination] = evaluate(smallHistory(person), policy, context);
  if (!determination) throw new RangeError('no conviction');
  return determination;
}
