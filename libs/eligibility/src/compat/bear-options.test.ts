import { describe, expect, test } from 'vitest';
import { bearDefaults, readBearOptions } from './bear-options.ts';

const problemOf = (json: unknown) => {
  const reading = readBearOptions(json);
  return reading.ok ? undefined : reading.problem;
};

describe('the options file of BEAR', () => {
  test('may leave everything out, which means false, 0 and an empty list', () => {
    const nothing = {
      baselineEligibility: { dismiss: [], reduce: [] },
      additionalRelief: {
        subjectUnder21AtConviction: false,
        subjectHasOnlyProp64Charges: false,
        subjectIsDeceased: false,
        subjectAgeThreshold: 0,
        yearsSinceConvictionThreshold: 0,
        yearsCrimeFreeThreshold: 0,
      },
    };
    expect(readBearOptions({})).toEqual({ ok: true, options: nothing });
    expect(readBearOptions({ baselineEligibility: {}, additionalRelief: {} })).toEqual({ ok: true, options: nothing });
  });

  test('keeps the order of the sections, and the thresholds at their bounds', () => {
    const json = {
      baselineEligibility: { dismiss: ['11360', '11357'], reduce: ['11358'] },
      additionalRelief: { subjectAgeThreshold: 65, yearsSinceConvictionThreshold: 1, yearsCrimeFreeThreshold: 15 },
    };
    expect(readBearOptions(json)).toMatchObject({ ok: true, options: json });
    expect(readBearOptions(bearDefaults)).toEqual({ ok: true, options: bearDefaults });
  });

  const refused: [json: unknown, problem: string][] = [
    [{ extra: 1 }, 'extra: unknown key, allowed: baselineEligibility, additionalRelief'],
    [{ baselineEligibility: { drop: [] } }, 'baselineEligibility.drop: unknown key, allowed: dismiss, reduce'],
    [
      { additionalRelief: { subjectAge: 50 } },
      'additionalRelief.subjectAge: unknown key, allowed: subjectUnder21AtConviction, subjectHasOnlyProp64Charges, ' +
        'subjectIsDeceased, subjectAgeThreshold, yearsSinceConvictionThreshold, yearsCrimeFreeThreshold',
    ],
    [
      { baselineEligibility: { dismiss: ['11357', '11362'] } },
      'baselineEligibility.dismiss.1: allowed: 11357, 11358, 11359, 11360',
    ],
    [
      { baselineEligibility: { reduce: '11357' } },
      'baselineEligibility.reduce: must be a list of 11357, 11358, 11359, 11360',
    ],
    ...[39, 66, -1, 50.5, '50', null].map((age): [unknown, string] => [
      { additionalRelief: { subjectAgeThreshold: age } },
      'additionalRelief.subjectAgeThreshold: allowed: 0, or a whole number from 40 to 65',
    ]),
    [
      { additionalRelief: { yearsCrimeFreeThreshold: 16 } },
      'additionalRelief.yearsCrimeFreeThreshold: allowed: 0, or a whole number from 1 to 15',
    ],
    [{ additionalRelief: { subjectIsDeceased: 'yes' } }, 'additionalRelief.subjectIsDeceased: allowed: true, false'],
    [{ additionalRelief: [] }, 'additionalRelief: must be an object'],
    [[], 'the file: must be an object'],
  ];

  test.each(refused)('refuses %j in one line that names the key and what it may hold', (json, problem) => {
    expect(problemOf(json)).toBe(problem);
  });
});
