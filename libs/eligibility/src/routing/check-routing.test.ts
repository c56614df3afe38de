import { expect, test } from 'vitest';

import { checkRouting } from './check-routing.ts';
import { losAngelesRouting } from './los-angeles.ts';

const line = { arresting: ['CAPD A'], severity: ['misdemeanor'], agency: 'A City Attorney' };
const problemsOf = (...routes: unknown[]) => {
  const check = checkRouting({ cite: '', routes });
  return check.ok ? [] : check.problems.map(({ path, message }) => `${path}: ${message}`);
};

test('the shipped table of Los Angeles passes as an office would copy it', () => {
  const { cite, routes } = losAngelesRouting;
  expect(checkRouting({ cite, routes })).toEqual({ ok: true, routing: { cite, routes } });
});

test('names are written as histories compare them', () => {
  const check = checkRouting({ cite: ' ', routes: [{ ...line, arresting: ['capd  a', 'CAPD A '] }] });
  expect(check).toEqual({ ok: true, routing: { cite: '', routes: [{ ...line, arresting: ['CAPD A'] }] } });
});

test.each([
  [{ ...line, arresting: [] }, 'routes.0.arresting: name at least one agency'],
  [{ ...line, arresting: 'CAPD A' }, 'routes.0.arresting: name the arresting agencies, or choose any agency'],
  [{ ...line, severity: [] }, 'routes.0.severity: choose at least one severity'],
  [{ ...line, agency: ' ' }, 'routes.0.agency: must not be empty'],
  [{ ...line, agency: 'A\u0000' }, 'routes.0.agency: holds a character that is no text'],
  [{ ...line, arresting: ['\ud800'] }, 'routes.0.arresting.0: holds a character that is no text'],
  [{ ...line, from: '2020-02-30' }, 'routes.0.from: must be a calendar date'],
  [{ ...line, from: '2020-01-02', to: '2020-01-01' }, 'routes.0.to: must not be before the first day'],
  [
    { ...line, code: 'X' },
    'routes.0: has a part that does not belong here, "code": it has arresting, severity, agency, from, to',
  ],
])('a line is refused: %#', (route, problem) => {
  expect(problemsOf(route)).toEqual([problem]);
});

test('a table without a line is refused', () => {
  expect(problemsOf()).toEqual(['routes: needs at least one line']);
});

test('a line that those above it take wholly is refused, one that is left a day is not', () => {
  const never = 'routes.1: can never apply: the lines above it take everything it says';
  expect(problemsOf({ ...line, arresting: 'any' }, line)).toEqual([never]);
  expect(problemsOf(line, { ...line, from: '2020-01-01' })).toEqual([never]);
  expect(problemsOf({ ...line, to: '2019-12-31' }, { ...line, from: '2019-12-31' })).toEqual([]);
  expect(problemsOf(line, { ...line, severity: ['misdemeanor', 'infraction'] })).toEqual([]);
  expect(problemsOf(line, { ...line, arresting: ['CAPD A', 'CAPD B'] })).toEqual([]);
  expect(problemsOf(line, { ...line, arresting: 'any' })).toEqual([]);
});
