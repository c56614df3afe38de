import { presetNamed, PolicyCount } from '@clearance/eligibility';
import { localDate } from '@clearance/record';
import { expect, it } from 'vitest';
import { impactCsv } from './impact-csv.ts';

const policy = presetNamed('la-2020');
const asOf = localDate('2026-01-01');
if (!policy || !asOf) throw new RangeError('no preset');
const nobody = new PolicyCount(policy, { county: 'YOLO', asOf }).result();
const impact = {
  ...nobody,
  convictions: 40,
  earliestConviction: '1956-08-19',
  byOutcome: { ...nobody.byOutcome, dismiss: 30, reduce: 10 },
  people: { all: 11, withRelief: 10, noFelonyLeft: 1, noConvictionLeft: 0, noneInSevenYears: 0 },
};
const view = {
  ...({ state: 'done', workId: null, progress: null, importId: null, importedAt: null, countedAt: null } as const),
  ...{ policyVersion: 3, policyTitle: 'Ours', asOf: '2026-01-01', stale: false, impact },
};
const valueOf = (csv: string, figure: string) =>
  csv
    .split('\r\n')
    .find((line) => line.startsWith(`${figure},`))
    ?.split(',')[1];

it('says of every figure what it counts, under which policy and as of when', () => {
  const lines = impactCsv(view, false).trimEnd().split('\r\n');
  expect(lines[0]).toBe('Figure,Value,Counting rule,Policy,As of');
  for (const line of lines.slice(1)) expect(line).toMatch(/,"Ours, version 3",2026-01-01$/);
});

it('tells small counts to the office, and to the public only that they are small', () => {
  const [own, published] = [impactCsv(view, false), impactCsv(view, true)];
  expect(['People', 'People with relief', 'People with no felony left'].map((name) => valueOf(own, name))).toEqual([
    '11',
    '10',
    '1',
  ]);
  expect(
    ['People', 'People with relief', 'People with no felony left', 'People with no conviction left'].map((name) =>
      valueOf(published, name),
    ),
  ).toEqual(['11', 'fewer than 11', 'fewer than 11', '0']);
  expect(valueOf(published, 'Convictions: reduce')).toBe('fewer than 11');
});

it('tells the public the year of the earliest conviction and not its day', () => {
  expect(valueOf(impactCsv(view, false), 'Earliest conviction')).toBe('1956-08-19');
  expect(valueOf(impactCsv(view, true), 'Earliest conviction')).toBe('1956');
});
