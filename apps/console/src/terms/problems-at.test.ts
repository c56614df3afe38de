import { expect, it } from 'vitest';
import { problemsAt } from './problems-at.ts';

it('what is wrong with a line stands at its fields, and at no other line', () => {
  const problems = {
    'routing.routes.1': 'Can never apply',
    'routing.routes.1.arresting.0': 'must not be empty',
    'routing.routes.1.arresting.4': 'too long',
    'routing.routes.10.agency': 'must not be empty',
    'dispositions.1.wording': 'is empty',
  };
  expect(problemsAt(problems, 'routing.routes.1')).toEqual({ '': 'Can never apply', arresting: 'must not be empty' });
  expect(problemsAt(problems, 'routing.routes.2')).toEqual({});
});
