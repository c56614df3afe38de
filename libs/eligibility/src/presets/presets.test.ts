import { localDate } from '@clearance/record';
import { describe, expect, test } from 'vitest';

import type { Determination } from '../determination.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Condition, Policy } from '../policy/policy.ts';
import { validatePolicy } from '../policy/validate.ts';
import type { GoldenCase } from '../testing/golden-cases.ts';
import { goldenCases } from '../testing/golden-cases.ts';
import { smallHistory } from '../testing/small-history.ts';
import { presetNamed, presets } from './presets.ts';

function determined({ asOf, person }: GoldenCase, policy: Policy): Determination | undefined {
  return evaluate(smallHistory(person()), policy, { county: 'LOS ANGELES', asOf: localDate(asOf) })[0];
}

/** Undefined for a line that cannot be read: that is for the test of the line to say. */
function ruleOf(golden: GoldenCase, policy: Policy): string | undefined {
  try {
    return determined(golden, policy)?.ruleId;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether a condition comes down to an amount, which no file has: such a rule only sends convictions to a person. */
function asksForAmount(condition: Condition): boolean {
  if ('term' in condition) return condition.term === 'amount';
  if ('not' in condition) return asksForAmount(condition.not);
  return 'all' in condition ? condition.all.some(asksForAmount) : condition.any.every(asksForAmount);
}

describe.each(presets.map((policy) => ({ name: policy.name, policy })))('$name', ({ name, policy }) => {
  const cases = goldenCases(new URL(`./${name}.golden.csv`, import.meta.url));

  for (const golden of cases) {
    test(golden.name, () => {
      const determination = determined(golden, policy);
      const { citation, outcome, rule } = golden;
      expect(determination).toMatchObject({ outcome, ruleId: rule, citation });
      expect(determination?.unknownFacts.length === 0).toBe(rule !== 'undecided');
    });
  }

  // Every rule has two cases at least, so that one case that is changed fails its own test and not this one.
  test('has golden cases for every rule it has', () => {
    const decided = new Set(cases.map((golden) => ruleOf(golden, policy)));
    const rules = policy.rules.filter(({ when }) => !asksForAmount(when));
    expect(rules.map(({ id }) => id).filter((id) => !decided.has(id))).toEqual([]);
    const isUndecided = (golden: GoldenCase) =>
      determined(golden, policy)?.unknownFacts.some(({ fact }) => fact === 'amount');
    if (policy.rules.some(({ when }) => asksForAmount(when))) expect(cases.some(isUndecided)).toBe(true);
    expect(cases.length).toBeGreaterThanOrEqual(15);
    expect(new Set(cases.map((golden) => golden.name)).size).toBe(cases.length);
  });

  test('is a valid policy', () => {
    expect(validatePolicy(JSON.parse(JSON.stringify(policy)))).toMatchObject({ ok: true, policy });
  });
});

test('finds a preset by its name, and nothing by any other', () => {
  expect(presetNamed('la-2020')?.name).toBe('la-2020');
  expect(presetNamed('la-2019')).toBeUndefined();
});
