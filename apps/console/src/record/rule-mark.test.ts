import type { TraceStep } from '@clearance/contract';
import { expect, it } from 'vitest';
import { ruleMarks } from './rule-mark.ts';

const step = (rule: string): TraceStep => ({ rule, title: '', cite: '', outcome: 'dismiss', result: false, terms: [] });

it('numbers the rules of the policy alone, as the policy page does', () => {
  const rules = ['other-county', 'scope', 'not-convicted', 'already-relieved', 'city', 'fifty', 'otherwise'];
  expect(ruleMarks(rules.map(step))).toEqual(['–', '–', '–', '–', '1', '2', 'Else']);
});
