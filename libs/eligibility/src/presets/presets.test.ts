import { localDate } from '@clearance/record';
import { describe, expect, test } from 'vitest';

import { evaluate } from '../evaluate/evaluate.ts';
import { validatePolicy } from '../policy/validate.ts';
import { goldenCases } from '../testing/golden-cases.ts';
import { smallHistory } from '../testing/small-history.ts';
import { presetNamed, presets } from './presets.ts';

describe.each(presets.map((policy) => ({ name: policy.name, policy })))('$name', ({ name, policy }) => {
  const cases = goldenCases(new URL(`./${name}.golden.csv`, import.meta.url));

  test.each(cases)('$name', ({ asOf, citation, outcome, person, rule }) => {
    const context = { county: 'LOS ANGELES', asOf: localDate(asOf) };
    const [determination] = evaluate(smallHistory(person), policy, context);
    expect(determination).toMatchObject({ outcome, ruleId: rule, citation });
    expect(determination?.unknownFacts.length === 0).toBe(rule !== 'undecided');
  });

  test('has golden cases for every rule it has', () => {
    const decided = new Set(cases.map(({ rule }) => rule));
    expect([...policy.rules.map(({ id }) => id)].filter((id) => !decided.has(id))).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(15);
  });

  test('is a valid policy', () => {
    expect(validatePolicy(JSON.parse(JSON.stringify(policy)))).toMatchObject({ ok: true, policy });
  });
});

test('finds a preset by its name, and nothing by any other', () => {
  expect(presetNamed('la-2020')?.name).toBe('la-2020');
  expect(presetNamed('la-2019')).toBeUndefined();
});
