import { localDate } from '@clearance/record';
import { expect, test } from 'vitest';

import { presetNamed } from '../presets/presets.ts';
import { smallHistory } from '../testing/small-history.ts';
import type { SmallCase, SmallPerson } from '../testing/small-history.ts';
import { evaluate, traceBytes } from './evaluate.ts';

const context = { county: 'LOS ANGELES', asOf: localDate('2020-02-13') };

const OFFENSES = [
  '11357(A) HS-POSSESS',
  '11358 HS-CULTIVATE',
  '11359 HS-SALE',
  '11360(A) HS-SELL',
  '459 PC-BURGLARY',
  '207 PC-KIDNAP',
  'SOMETHING',
];
const SEVERITIES = ['FELONY', 'MISDEMEANOR', '', 'WOBBLER'];

function person(n: number): SmallPerson {
  const cases: SmallCase[] = [];
  for (let c = 0; c < 8; c += 1) {
    cases.push({
      date: `${1980 + ((n + c * 5) % 39)}0${1 + (c % 9)}15`,
      county: (n + c) % 3 === 0 ? 'FRESNO' : 'LOS ANGELES',
      counts: [0, 1].map((k) => ({
        offense: OFFENSES[(n * 3 + c + k) % (n % 10 === 0 ? 7 : 5)] ?? '',
        severity: SEVERITIES[(n + c + k) % (n % 7 === 0 ? 4 : 2)] ?? '',
        sentence: ['012M', '030D'],
      })),
    });
  }
  return { born: n % 11 === 0 ? '' : `19${50 + (n % 40)}0612`, cases };
}

test('evaluates a hundred thousand rows of three thousand people in well under two seconds', () => {
  const histories = Array.from({ length: 3000 }, (_, n) => smallHistory(person(n)));
  const rows = histories.reduce((sum, { rows: each }) => sum + each.length, 0);
  for (const name of ['prop64-dismiss-all', 'la-2020']) {
    const policy = presetNamed(name);
    if (!policy) throw new RangeError(name);
    const start = performance.now();
    let determinations = 0;
    let bytes = 0;
    const by: Record<string, number> = {};
    const all = histories.flatMap((history) => evaluate(history, policy, context));
    const took = performance.now() - start;
    for (const each of all) {
      determinations += 1;
      by[each.outcome] = (by[each.outcome] ?? 0) + 1;
    }
    for (const each of all.slice(0, 3000)) bytes += traceBytes(each).length;
    console.log(name, { rows, determinations, took, bytesEach: bytes / 3000, by });
    expect(took).toBeLessThan(2000);
  }
}, 60_000);
