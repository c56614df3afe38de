import { buildHistory, localDate } from '@clearance/record';
import { describe, expect, test } from 'vitest';
import { policyCanonical, validatePolicy } from '../policy/validate.ts';
import { presetNamed } from '../presets/presets.ts';
import { smallRows } from '../testing/small-history.ts';
import type { SmallCount, SmallPerson } from '../testing/small-history.ts';
import { bearAsPolicy } from './bear-as-policy.ts';
import { bearDefaults } from './bear-options.ts';
import type { BearOptions } from './bear-options.ts';
import { bearFlow } from './bear.ts';
import { compareReadings } from './differences.ts';
import { laPilotFlow } from './la-pilot.ts';
import { relatedFlow } from './related.ts';
import type { Policy } from '../policy/policy.ts';
import type { CompatFlow } from './flow.ts';

const asOf = localDate('2020-02-13');
const county = 'LOS ANGELES';
const chosen: BearOptions = {
  baselineEligibility: { dismiss: ['11357', '11358'], reduce: ['11359', '11360'] },
  additionalRelief: {
    ...bearDefaults.additionalRelief,
    subjectUnder21AtConviction: true,
    subjectAgeThreshold: 50,
    yearsSinceConvictionThreshold: 0,
    yearsCrimeFreeThreshold: 0,
  },
};

function differences(
  person: Partial<SmallPerson>,
  flow: CompatFlow = bearFlow(chosen, county, asOf),
  policy: Policy | undefined = bearAsPolicy(chosen),
) {
  const rows = smallRows({ born: '19800101', cases: [], ...person });
  return compareReadings(rows, flow, policy, asOf);
}
const burglary = { date: '20140101', counts: [{ offense: '459 PC' }] };

/** What each line says of a person with this count and a burglary. */
function ofCount(count: SmallCount, date = '20150101') {
  const born = date < '1980' ? '19400101' : '19800101';
  const found = differences({ born, cases: [{ date, counts: [count] }, burglary] }).differences;
  return found.map(({ old, standard, why }) => [old?.determination, standard?.outcome, why[0]?.what]);
}

describe('the difference report', () => {
  test('has no line for a conviction on which both say the same', () => {
    expect(ofCount({ offense: '11357(A) HS-X' })).toEqual([]);
    expect(ofCount({ offense: '11359 HS-X' })).toEqual([]);
    expect(differences({ cases: [{ date: '20150101', counts: [{ offense: '459 PC' }] }] })).toEqual({
      convictions: 0,
      differences: [],
    });
  });

  test.each([
    [
      'the offense is another section',
      { offense: '11357.5(A) HS' },
      ['Eligible for Dismissal', 'out_of_scope', 'offense'],
    ],
    ['the number is an old one', { offense: '11530 HS' }, [undefined, 'dismiss', 'offense'], '19700101'],
    [
      'it was taken away later',
      { offense: '11357 HS', later: ['DISMISSED PER 11361.8 HS'] },
      ['Eligible for Dismissal', 'out_of_scope', 'relief'],
    ],
    [
      'the wording means a conviction',
      { offense: '11357 HS', disposition: 'PLED GUILTY' },
      [undefined, 'dismiss', 'disposition'],
    ],
    [
      'the severity is padded',
      { offense: '11359 HS', severity: 'FELONY ' },
      ['Eligible for Dismissal', 'reduce', 'severity'],
    ],
    ['the offense cannot be read', { offense: '11357' }, ['Eligible for Dismissal', 'needs_review', 'unknown_fact']],
    [
      'the person pleaded to it',
      { offense: '11378 HS', convictedOf: '11357 HS', convictedToc: 'F' },
      [undefined, 'dismiss', 'offense'],
    ],
  ] as const)('says why where %s', (_, count, line, date?: string) => {
    expect(ofCount(count, date)).toEqual([line]);
  });

  test('names the unknown birth date that the old tool took for the year 1', () => {
    const { differences: found } = differences({
      born: '',
      cases: [{ date: '20150101', counts: [{ offense: '11359 HS' }] }, burglary],
    });
    expect(found.map(({ old, standard }) => [old?.reason, standard?.outcome])).toEqual([
      ['50 years or older', 'needs_review'],
    ]);
    expect(found[0]?.why.map(({ what }) => what)).toEqual(['unknown_fact', 'birth_date']);
  });

  test('names the lists that the pilot searched as text', () => {
    const cases = [
      { date: '19950101', counts: [{ offense: '187(A) PC-MURDER' }] },
      { date: '20150101', counts: [{ offense: '11359 HS' }] },
    ];
    const { differences: found } = differences({ cases }, laPilotFlow({}, asOf), presetNamed('la-2020'));
    expect(found.map(({ standard, why }) => [standard?.outcome, why[0]?.what])).toEqual([
      ['not_eligible', 'super_strike'],
    ]);
  });

  test('says of a charge that only the pilots dismissed beside cannabis what it is', () => {
    const pilot = { ...relatedFlow('contra-costa-2020', asOf), county };
    const cases = [{ date: '20150101', counts: [{ offense: '11357 HS' }, { offense: '148 PC' }] }];
    const { differences: found } = differences({ cases }, pilot, presetNamed('prop64-dismiss-all'));
    expect(found.map(({ old, standard, why }) => [old?.determination, standard?.outcome, why])).toEqual([
      [
        'Eligible for Dismissal',
        'out_of_scope',
        [{ what: 'offense', says: 'The pilot looked at "148 PC" beside a cannabis charge; the policy does not.' }],
      ],
    ]);
  });
});

describe('the choices of an office in BEAR', () => {
  test('make a policy that the product accepts', () => {
    const policy = bearAsPolicy(chosen);
    const validation = validatePolicy(JSON.parse(policyCanonical(policy)));
    expect(validation).toMatchObject({ ok: true });
    expect(policy.rules.map(({ id }) => id)).toEqual([
      ...['misdemeanor', 'dismiss-11357', 'dismiss-11358', 'under-21', 'age', 'only-cannabis'],
      ...['reduce-11359', 'reduce-11360'],
    ]);
  });

  test('are read as the same rules: nobody differs on plain records', () => {
    for (const born of ['19600101', '19800101', '19960101']) {
      for (const offense of ['11357 HS', '11358 HS', '11359 HS', '11360(A) HS']) {
        const rows = smallRows({
          born,
          cases: [
            { date: '20150101', counts: [{ offense }] },
            { date: '20140101', counts: [{ offense: '459 PC' }] },
          ],
        });
        expect(buildHistory(rows).convictions).toHaveLength(2);
        expect(compareReadings(rows, bearFlow(chosen, county, asOf), bearAsPolicy(chosen), asOf).differences).toEqual(
          [],
        );
      }
    }
  });
});
