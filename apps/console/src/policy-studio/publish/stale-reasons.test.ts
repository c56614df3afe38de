import { expect, it } from 'vitest';
import { staleReasonsOf } from './stale-reasons.ts';

const draft = (reason: string) =>
  ({
    body: {
      rules: [
        { id: 'city', title: 'A city prosecutes.' },
        { id: 'fifty', title: reason },
      ],
      otherwise: { title: 'A person looks at it.' },
    },
    check: {
      sentences: [
        { ruleId: 'city', sentence: 'Refer.' },
        { ruleId: 'fifty', sentence: 'Dismiss when the person is 40 or older.' },
        { ruleId: 'otherwise', sentence: 'A person reviews it.' },
      ],
    },
  }) as unknown as Parameters<typeof staleReasonsOf>[0];

it('finds the rule whose reason still says the old number, with its place', () => {
  expect(staleReasonsOf(draft('The person is 50 or older.'))).toMatchObject([
    { ruleId: 'fifty', place: 2, number: '50', sentence: 'Dismiss when the person is 40 or older.' },
  ]);
  expect(staleReasonsOf(draft('The person is 40 or older.'))).toEqual([]);
});
