import { COLUMN, localDate } from '@clearance/record';
import { expect, test } from 'vitest';
import {
  boundaryAsOf,
  boundaryCounty,
  boundaryRows,
  modelRows,
  relatedOffenses,
} from '../../testing-compat/boundary-rows.ts';
import { modelCells } from '../../testing-compat/literal-model.ts';
import type { ModelOptions } from '../../testing-compat/literal-model.ts';
import { bearFlow } from './bear.ts';
import { compatCells } from './columns.ts';
import type { CompatFlow } from './flow.ts';
import { mattersToCompat } from './history.ts';
import { laPilotFlow } from './la-pilot.ts';
import { relatedFlow } from './related.ts';
import { compatRow } from './row.ts';

const asOf = localDate(boundaryAsOf);
const at = { county: boundaryCounty, asOf: boundaryAsOf };

interface Choice {
  readonly name: string;
  readonly flow: CompatFlow;
  readonly model: ModelOptions;
  readonly offenses?: readonly string[];
}

function bear(name: string, chosen: Omit<ModelOptions, 'tool' | 'county' | 'asOf'>): Choice {
  const { dismiss = [], reduce = [], under21 = false, onlyP64 = false, deceased = false } = chosen;
  const { age = 0, since = 0, free = 0 } = chosen;
  const options = {
    baselineEligibility: { dismiss, reduce },
    additionalRelief: {
      subjectUnder21AtConviction: under21,
      subjectHasOnlyProp64Charges: onlyP64,
      subjectIsDeceased: deceased,
      subjectAgeThreshold: age,
      yearsSinceConvictionThreshold: since,
      yearsCrimeFreeThreshold: free,
    },
  };
  return { name, flow: bearFlow(options, boundaryCounty, asOf), model: { tool: 'bear', ...at, ...chosen } };
}

const choices: Choice[] = [
  bear('nothing chosen', {}),
  bear('some sections dismissed, the others reduced', { dismiss: ['11360', '11357'], reduce: ['11359', '11358'] }),
  bear('under 21, and age 40', { under21: true, age: 40, reduce: ['11358'] }),
  bear('years since', { since: 5 }),
  bear('crime-free alone', { free: 10, reduce: ['11357', '11358', '11359', '11360'] }),
  bear('only Proposition 64, and deceased', { onlyP64: true, deceased: true }),
  { name: 'the pilot', flow: laPilotFlow({}, asOf), model: { tool: 'pilot', ...at } },
  {
    name: 'the pilot at 60 and 5',
    flow: laPilotFlow({ age: 60, years: 5 }, asOf),
    model: { tool: 'pilot', ...at, age: 60, free: 5 },
  },
];

/** The pilots of Contra Costa and San Joaquin, on the county of the boundary rows. */
const related: Choice[] = (['contra-costa-2020', 'san-joaquin-2020'] as const).map((name) => ({
  name,
  flow: { ...relatedFlow(name, asOf), county: boundaryCounty },
  model: { tool: 'related', ...at },
  offenses: relatedOffenses,
}));

function productCells(rows: readonly string[][], flow: CompatFlow): string[][] {
  const people = Map.groupBy(rows.keys(), (index) => rows[index]?.[COLUMN.SUBJECT_ID] ?? '');
  const out: string[][] = [];
  for (const indexes of people.values()) {
    const own = indexes.map((index) => compatRow(rows[index] ?? []));
    compatCells(own, flow).forEach((cells, place) => (out[indexes[place] ?? 0] = cells));
  }
  return out;
}

test.each([...choices, ...related])(
  'gives the cells that the literal model gives: $name',
  ({ flow, model, offenses }) => {
    const rows = boundaryRows(modelRows, 20_200_229, offenses);
    const expected = modelCells(rows, model);
    const actual = productCells(rows, flow);
    const differing = rows.flatMap((row, index) =>
      (expected[index] ?? []).flatMap((cell, column) =>
        cell === actual[index]?.[column]
          ? []
          : [{ row: row.filter(Boolean), column, cell, actual: actual[index]?.[column] }],
      ),
    );
    expect(differing.slice(0, 3)).toEqual([]);
    expect(actual.flat().length).toBe(expected.flat().length);
  },
);

test('reaches every determination and reason of both tools on the boundary rows', () => {
  const rows = boundaryRows(6000, 20_200_229);
  const reasons = new Set(choices.flatMap(({ flow }) => productCells(rows, flow).map((cells) => cells.at(-1))));
  expect([...reasons].sort()).toEqual(
    [
      ...[
        '',
        '11357(a) or 11357(b)',
        '21 years or younger',
        '40 years or older',
        '50 years or older',
        '60 years or older',
      ],
      ...[
        'Conviction occurred 5 or more years ago',
        'Currently serving sentence',
        'Deceased',
        'Dismiss all HS 11357 convictions',
      ],
      ...['Dismiss all HS 11360 convictions', 'Individual is deceased', 'Misdemeanor or Infraction'],
      ...['No applicable eligibility criteria', 'No convictions in past 10 years', 'No convictions in past 5 years'],
      ...['No convictions in the past 10 years', 'Occurred after 11/09/2016'],
      ...['Only has 11357-60 charges', 'Only has 11357-60 charges and completed sentence', 'Other 11357', 'PC 290'],
      ...['PC 667(e)(2)(c)(iv)', 'Reduce all HS 11357 convictions', 'Reduce all HS 11358 convictions'],
      ...['Reduce all HS 11359 convictions', 'Reduce all HS 11360 convictions', 'Two priors'],
    ].sort(),
  );
});

test('reaches every determination and reason of the pilots with related charges on the boundary rows', () => {
  const rows = boundaryRows(6000, 20_200_229, relatedOffenses);
  const [choice] = related;
  if (!choice) throw new RangeError('no flow');
  const reasons = new Set(productCells(rows, choice.flow).map((cells) => cells.slice(-2).join(': ')));
  for (const reason of [
    ...['Not eligible: Occurred after 11/09/2016', 'Eligible for Dismissal: Misdemeanor or Infraction'],
    ...['Eligible for Dismissal: 11357 HS', 'Eligible for Dismissal: No convictions in past 5 years'],
    ...[
      'Eligible for Dismissal: Sentence Completed',
      'Eligible for Dismissal: 148 PC',
      'Eligible for Dismissal: 4060 BP',
    ],
    ...['Maybe Eligible - Flag for Review: 4060 BP', 'Maybe Eligible - Flag for Review: No Related Prop64 Charges'],
    ...['Maybe Eligible - Flag for Review: Has convictions in past 5 years'],
    ...['Maybe Eligible - Flag for Review: Sentence not Completed', 'Eligible for Dismissal: 647(f) PC'],
  ]) {
    expect(reasons).toContain(reason);
  }
  expect([...reasons].filter((reason) => reason.includes('647(F)'))).toEqual([]);
});

test('asks for every row of a cycle with a cannabis charge, where a flow looks at related ones', () => {
  const arrest = { disposition: '', step: 'ARREST/DETAINED/CITED', offense: '11359 HS', comment: '' };
  const [choice] = related;
  expect([mattersToCompat(arrest), mattersToCompat(arrest, choice?.flow)]).toEqual([false, true]);
  expect(mattersToCompat({ ...arrest, offense: '459 PC' }, choice?.flow)).toBe(false);
});
