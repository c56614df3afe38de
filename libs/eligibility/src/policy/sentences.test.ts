import { expect, test } from 'vitest';

import { presetNamed } from '../presets/presets.ts';
import type { Policy } from './policy.ts';
import { sentences } from './sentences.ts';

function la2020(): Policy {
  const policy = presetNamed('la-2020');
  if (!policy) throw new RangeError('la-2020');
  return policy;
}

test('says every rule of a preset in plain English, in order, with what the engine settles first', () => {
  expect(sentences(la2020()).map(({ ruleId, sentence }) => `${ruleId}: ${sentence}`)).toMatchInlineSnapshot();
});

test('says nested conditions, their opposites, unknown facts and effective dates', () => {
  const policy: Policy = {
    ...la2020(),
    rules: [
      {
        id: 'one',
        title: 'One.',
        when: {
          all: [
            { not: { any: [{ term: 'severity', is: ['felony'] }, { term: 'deceased' }] } },
            { term: 'age_at_conviction', compare: 'under', years: 21, unknown: 'fails' },
          ],
        },
        then: { outcome: 'reduce' },
        cite: 'PC 17(b)',
        effective: { from: '2019-01-01', to: '2022-12-31' },
      },
    ],
  };
  expect(sentences(policy).find(({ ruleId }) => ruleId === 'one')?.sentence).toBe(
    'Reduce when (the conviction is a misdemeanor or infraction and the person is not recorded as deceased) and ' +
      'the person was under 21 at conviction (where unknown: counts as false) (in force from 2019-01-01 until 2022-12-31).',
  );
});
