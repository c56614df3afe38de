import { expect, it } from 'vitest';
import { removeAt, replaceAt } from './json-path.ts';
import { isEditable } from './readable.ts';

const body = {
  scope: { statutes: 'a' },
  lists: { a: { entries: [{ statute: '' }] } },
  rules: [{ id: 'r', when: { all: [{ not: { term: 'open_case' } }] }, then: {} }],
  otherwise: { then: {} },
};

it('shows a draft with holes in a form, and says so where the parts are not where they belong', () => {
  expect(isEditable(body)).toBe(true);
  for (const path of [['rules'], ['lists'], ['scope'], ['otherwise', 'then'], ['rules', 0, 'when'], ['rules', 0, 'id']])
    expect(isEditable(removeAt(body, path)), path.join('.')).toBe(false);
  expect(isEditable(replaceAt(body, ['rules', 0, 'when', 'all'], [1]))).toBe(false);
  expect(isEditable(replaceAt(body, ['lists', 'a', 'entries'], {}))).toBe(false);
  expect(isEditable('a policy')).toBe(false);
});
