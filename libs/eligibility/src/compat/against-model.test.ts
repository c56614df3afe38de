import { COLUMN, localDate } from '@clearance/record';
import { expect, test } from 'vitest';
import { boundaryAsOf, boundaryCounty, boundaryRows, modelRows } from '../../testing-compat/boundary-rows.ts';
import { modelCells } from '../../testing-compat/literal-model.ts';
import type { ModelOptions } from '../../testing-compat/literal-model.ts';
import { bearFlow } from './bear.ts';
import { compatCells } from './columns.ts';
import type { CompatFlow } from './flow.ts';
import { laPilotFlow } from './la-pilot.ts';
import { compatRow } from './row.ts';

const asOf = localDate(boundaryAsOf);
const at = { county: boundaryCounty, asOf: boundaryAsOf };

interface Choice {
  readonly name: string;
  readonly flow: CompatFlow;
  readonly model: ModelOptions;
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

function productCells(rows: readonly string[][], flow: CompatFlow): string[][] {
  const people = Map.groupBy(rows.keys(), (index) => rows[index]?.[COLUMN.SUBJECT_ID] ?? '');
  const out: string[][] = [];
  for (const indexes of people.values()) {
    const own = indexes.map((index) => compatRow(rows[index] ?? []));
    compatCells(own, flow).forEach((cells, place) => (out[indexes[place] ?? 0] = cells));
  }
  return out;
}

test.each(choices)('gives the cells that the literal model gives: $name', ({ flow, model }) => {
  const rows = boundaryRows(modelRows, 20_200_229);
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
});

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
