import { describe, expect, it } from 'vitest';
import { placesOf, placeWords, problemsAt, problemSentence, problemsWithin, type PolicyProblem } from './problems.ts';

const problem = (path: (string | number)[], message = 'is missing'): PolicyProblem => ({
  path,
  message,
  severity: 'error',
});
const problems = [
  problem(['rules', 1, 'title']),
  problem(['rules', 1, 'when', 'all', 0, 'years'], 'is 35 and must be from 40 to 65: the age'),
  problem(['rules', 12]),
  problem([]),
];

describe('problems', () => {
  it('are found at their field and within a rule, whose number is more than its first digit', () => {
    expect(problemsAt(problems, ['rules', 1, 'title'])).toHaveLength(1);
    expect(problemsAt(problems, ['rules', 1])).toEqual([]);
    expect(problemsWithin(problems, ['rules', 1])).toHaveLength(2);
    expect(problemsWithin(problems, ['rules', 12])).toHaveLength(1);
  });

  it('take an index that came as text for the same place', () => {
    expect(problemsAt([problem(['rules', '1', 'title'])], ['rules', 1, 'title'])).toHaveLength(1);
    expect(problemsWithin([problem(['rules', '1'])], ['rules', 1])).toHaveLength(1);
  });

  it('can be shown at the field or at what is around it', () => {
    expect(placesOf(['rules', 1, 'then', 'agency'])).toEqual([
      ['rules', 1, 'then', 'agency'],
      ['rules', 1, 'then'],
      ['rules', 1],
      ['rules'],
    ]);
  });

  it('say their place in words', () => {
    const words = (...path: (string | number)[]) => placeWords(path, (name) => name.toUpperCase());
    expect(words('rules', 1, 'when', 'all', 0, 'years')).toBe('Rule 2, condition');
    expect(words('rules', 11)).toBe('Rule 12');
    expect(words('lists', 'x', 'entries', 3, 'statute')).toBe('List “X”, statutes');
    expect(words('otherwise', 'then', 'outcome')).toBe('In every other case, outcome');
    expect(words('title')).toBe('Title');
    expect(words('rules', 0, 'title')).toBe('Rule 1, reason');
    expect(words()).toBe('');
  });

  it('are sentences', () => {
    expect(problemSentence(problem([], 'is missing'), [])).toBe('Is missing.');
    expect(problemSentence(problem([], 'This rule can never be reached.'), [])).toBe('This rule can never be reached.');
  });

  it('name rules by their place, and leave other quotations', () => {
    const message = 'a conviction can meet this rule and also "city" and "old", with "la-2020"';
    expect(problemSentence(problem([], message), ['city', 'new', 'old'])).toBe(
      'A conviction can meet this rule and also rule 1 and rule 3, with "la-2020".',
    );
  });
});
