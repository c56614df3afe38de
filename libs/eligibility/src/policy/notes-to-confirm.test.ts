import { describe, expect, test } from 'vitest';

import { presets } from '../presets/presets.ts';
import { preset } from '../testing/small-policy.ts';
import { policyDifferences } from './differences.ts';
import { notesToConfirm } from './notes-to-confirm.ts';
import type { Policy } from './policy.ts';
import { sentences } from './sentences.ts';
import { validatePolicy } from './validate.ts';

function bare<Noted extends { confirm?: string; confirmEs?: string }>(
  noted: Noted,
): Omit<Noted, 'confirm' | 'confirmEs'> {
  const { confirm: _confirm, confirmEs: _confirmEs, ...rest } = noted;
  return rest;
}

const shipped = preset('san-diego-2020');
const san: Policy = { ...bare(shipped), rules: shipped.rules.map(bare), otherwise: bare(shipped.otherwise) };
const [rule, ...others] = san.rules;
if (!rule) throw new RangeError('no rules');
const noted: Policy = {
  ...san,
  confirm: 'The whole.',
  rules: [{ ...rule, confirm: 'The rule.', confirmEs: 'La regla.' }, ...others],
  otherwise: { ...san.otherwise, confirm: 'The rest.' },
};

describe('a note to confirm', () => {
  test('is found wherever it stands', () => {
    expect(notesToConfirm(noted)).toEqual([
      { path: 'confirm', message: 'To confirm: The whole.' },
      { path: 'rules.0.confirm', message: 'To confirm: The rule.' },
      { path: 'otherwise.confirm', message: 'To confirm: The rest.' },
    ]);
    expect(notesToConfirm(preset('mi-clean-slate'))).toEqual([]);
  });

  test('keeps no policy from being used, and is a text like any other', () => {
    expect(validatePolicy(noted)).toMatchObject({ ok: true, policy: noted });
    const empty = { ...san, rules: [{ ...rule, confirm: '' }, ...others] };
    expect(validatePolicy(empty)).toMatchObject({ ok: false, problems: [{ path: 'rules.0.confirm' }] });
    for (const path of ['confirmEs', 'rules.0.confirmEs', 'otherwise.confirmEs']) {
      const [part] = path.split('.');
      const spanish = { confirmEs: 'La nota.' };
      const alone =
        part === 'rules'
          ? { ...san, rules: [{ ...rule, ...spanish }, ...others] }
          : part === 'otherwise'
            ? { ...san, otherwise: { ...san.otherwise, ...spanish } }
            : { ...san, ...spanish };
      const message = 'needs the note in English as well';
      expect(validatePolicy(alone)).toMatchObject({ ok: false, problems: [{ path, message }] });
    }
  });

  test('is said with its rule, in both languages, and is gone once it is cleared', () => {
    const noteOf = (policy: Policy, language: 'en' | 'es' = 'en') =>
      sentences(policy, language).find(({ ruleId }) => ruleId === rule.id)?.confirm;
    expect(noteOf(noted)).toBe('To confirm: The rule.');
    expect(noteOf(noted, 'es')).toBe('Por confirmar: La regla.');
    expect(noteOf({ ...noted, rules: [rule, ...others] })).toBeUndefined();
    expect(sentences(noted).at(-1)?.confirm).toBe('To confirm: The rest.');
    expect(sentences(noted, 'es').at(-1)?.confirm).toBe('Por confirmar: The rest.');
  });

  test('is a difference between two policies when it comes or goes', () => {
    const fieldsOf = (part: string) =>
      policyDifferences(san, noted)
        .parts.filter((one) => one.part === part)
        .flatMap(({ fields }) => fields.map(({ after, field }) => [field, after]));
    expect(fieldsOf('about')).toEqual([['to confirm', 'The whole.']]);
    expect(fieldsOf('rule')).toEqual([
      ['to confirm', 'The rule.'],
      ['to confirm in Spanish', 'La regla.'],
    ]);
    expect(fieldsOf('otherwise')).toEqual([['to confirm', 'The rest.']]);
  });
});

test('keeping convictions that were set aside is a difference of the scope', () => {
  const kept: Policy = { ...san, scope: { ...san.scope, setAside: 'in_scope' } };
  expect(policyDifferences(san, kept).parts).toMatchObject([
    {
      part: 'scope',
      fields: [
        {
          field: 'set aside before',
          before: 'A conviction set aside under PC 1203.4 is out of scope',
          after: 'A conviction set aside under PC 1203.4 stays in scope',
        },
      ],
    },
  ]);
});

test('the presets of California say what an attorney must confirm, in both languages, and nothing else does', () => {
  const placesOf = ({ confirm, otherwise, rules }: Policy) => [
    ...(confirm === undefined ? [] : ['the whole']),
    ...[...rules, { ...otherwise, id: 'otherwise' }].filter((one) => one.confirm !== undefined).map(({ id }) => id),
  ];
  expect(Object.fromEntries(presets.map((policy) => [policy.name, placesOf(policy)]))).toEqual({
    'prop64-dismiss-all': ['the whole', 'after-prop-64', 'cannabis-conviction'],
    'la-2020': ['the whole', 'after-prop-64', 'possession-a-or-b'],
    'la-2021': ['the whole', 'after-prop-64'],
    'sf-2018': ['plea-down', 'after-prop-64', 'over-one-pound'],
    'sacramento-2019': ['the whole', 'after-prop-64', 'minor', 'ten-years-conviction-free'],
    'san-diego-2020': ['the whole', 'after-prop-64', 'otherwise'],
    'hs-11361.9': ['the whole', 'serving', 'felony-redesignated', 'lawful-today', 'otherwise'],
    'mi-clean-slate': [],
  });
  for (const { confirm, confirmEs, otherwise, rules } of presets) {
    for (const one of [{ confirm, confirmEs }, ...rules, otherwise]) {
      expect(one.confirmEs === undefined).toBe(one.confirm === undefined);
    }
  }
});
