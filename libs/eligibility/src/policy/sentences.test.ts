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
  expect(sentences(la2020()).map(({ ruleId, sentence }) => `${ruleId}: ${sentence}`)).toMatchInlineSnapshot(`
    [
      "other-county: Out of scope when the court is in another county.",
      "scope: Out of scope when the offense is not one of the cannabis offenses (HS 11357–11360).",
      "not-convicted: Out of scope when the count did not end in a conviction.",
      "already-relieved: Out of scope when a later order took the conviction away.",
      "city-prosecutor: Refer to the prosecuting agency when the conviction is a misdemeanor or infraction and the prosecutor is Los Angeles City Attorney, Long Beach City Prosecutor, Torrance City Attorney, Pasadena City Prosecutor, Inglewood City Attorney, Burbank City Attorney, Santa Monica City Attorney, Hawthorne City Attorney, Redondo Beach City Attorney or Hermosa Beach City Attorney.",
      "county-misdemeanor: A person reviews it when the conviction is a misdemeanor or infraction.",
      "after-prop-64: Not eligible when the person was convicted on or after November 9, 2016.",
      "possession-a-or-b: Dismiss when the offense is one of the offenses of possession of cannabis under subdivision (a) or (b) (HS 11357) and the offense is not one of the offenses of cultivation or sale of cannabis (HS 11358–11360).",
      "other-possession: A person reviews it when the offense is one of the offenses of possession of cannabis (HS 11357) and the offense is not one of the offenses of cultivation or sale of cannabis (HS 11358–11360).",
      "super-strike-before: Not eligible when the person has an earlier conviction for one of the super-strikes (PC 667(e)(2)(C)(iv)).",
      "registrable-before: Not eligible when the person has an earlier conviction for one of the offenses that require registration (PC 290).",
      "registered-before: Not eligible when the person was registered under PC 290 before this conviction.",
      "two-priors: Not eligible when the person has at least 2 earlier convictions of the same section among the cannabis offenses (HS 11357–11360).",
      "fifty-or-older: Dismiss when the person is 50 or older on the as-of date.",
      "under-21: Dismiss when the person was under 21 at conviction.",
      "ten-years-felony-free: Dismiss when the person has no felony conviction in the 10 years before the as-of date.",
      "only-cannabis-complete: Dismiss when every conviction on record is one of the cannabis offenses (HS 11357–11360) and every sentence on record is complete.",
      "otherwise: A person reviews it in every other case.",
    ]
  `);
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
      'the person was under 21 at conviction (where that is not known, it counts as not so) ' +
      '(in force from January 1, 2019 until December 31, 2022).',
  );
});
