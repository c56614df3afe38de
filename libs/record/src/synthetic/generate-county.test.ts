import { describe, expect, test } from 'vitest';
import { buildHistory } from '../build-history.ts';
import { COLUMN } from '../columns.ts';
import type { HistoryRow } from '../history.ts';
import { localDate } from '../local-date.ts';
import { detectFile } from '../reading/detect-file.ts';
import { DojReader } from '../reading/doj-reader.ts';
import { statuteText } from '../statute/read-offense.ts';
import { generateCounty } from './generate-county.ts';
import type { SyntheticOptions } from './generate-county.ts';

const options: SyntheticOptions = {
  county: 'LOS ANGELES',
  rows: 20_000,
  seed: 42,
  asOf: localDate('2019-11-11'),
  dirtyRate: 0.01,
};

function generate(changes: Partial<SyntheticOptions> = {}) {
  const { parts, totals } = generateCounty({ ...options, ...changes });
  const all = [...parts];
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.bytes.length, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part.bytes, at);
    at += part.bytes.length;
  }
  const detected = detectFile(bytes);
  if ('problem' in detected) throw new Error(detected.detail);
  const reader = new DojReader(detected);
  const batches = [reader.push(bytes), reader.end()];
  return {
    bytes,
    totals,
    detected,
    convictions: all.flatMap((part) => part.convictions),
    damages: all.flatMap((part) => part.damages),
    rows: batches.flatMap((batch) => batch.rows),
    rejected: batches.flatMap((batch) => batch.rejected),
  };
}

function peopleOf(rows: readonly HistoryRow[]): Map<string, HistoryRow[]> {
  return Map.groupBy(rows, (row) => row.cells[COLUMN.CII_NUMBER] ?? '');
}

const file = generate();

test('has exactly the rows asked for, and the damage it says', () => {
  expect(file.rows.length + file.rejected.length).toBe(20_000);
  expect(file.rejected.map(({ line, reason }) => ({ line, reason }))).toEqual(file.damages);
  expect(file.totals).toMatchObject({ rows: 20_000, damaged: 200, bytes: file.bytes.length });
  expect(file.detected).toMatchObject({ hasHeader: true });
});

test.each([0, 1, 5, 13, 100, 101])('can be as short as %i rows', (rows) => {
  const { parts } = generateCounty({ ...options, rows, dirtyRate: 0.3, header: false });
  const text = [...parts].map((part) => new TextDecoder().decode(part.bytes)).join('');
  expect(text.split('\n').length - 1).toBe(rows);
});

test('has about 33 rows for each person in scope', () => {
  expect(file.rows.length / file.totals.peopleInScope).toBeGreaterThan(28);
  expect(file.rows.length / file.totals.peopleInScope).toBeLessThan(40);
});

test('is the same for the same seed, and another for another', () => {
  const bytes = (seed: number) => [...generateCounty({ ...options, rows: 500, seed }).parts].map((part) => part.bytes);
  expect(bytes(42)).toEqual(bytes(42));
  expect(bytes(43)).not.toEqual(bytes(42));
});

describe('its truth', () => {
  const people = new Map([...peopleOf(file.rows)].map(([cii, rows]) => [cii, buildHistory(rows)]));
  const found = (cii: string, key: string) => people.get(cii)?.convictions.find((conviction) => conviction.key === key);

  test('is about convictions that are in the file, with their dates and sections', () => {
    for (const told of file.convictions) {
      const conviction = found(told.cii, told.key);
      expect(conviction?.date, told.key).toEqual(told.dateOnFile);
      expect(conviction?.county).toBe('LOS ANGELES');
      expect(conviction?.count.rows[0]?.line).toBe(told.line);
      if (told.historic || told.readFrom === 'nowhere') continue;
      const sections = conviction?.count.offense.references.map(
        (reference) => `${reference.code} ${reference.section}`,
      );
      expect(sections).toContain(`HS ${told.section}`);
    }
  });

  test('leaves out no conviction that reads as one of HS 11357 to 11360 in the county', () => {
    const keys = new Set(file.convictions.map(({ cii, key }) => `${cii} ${key}`));
    for (const [cii, { convictions }] of people) {
      for (const { key, county, count } of convictions) {
        const isCannabis = count.offense.references.some(
          ({ code, section }) => code === 'HS' && /^113(?:57|58|59|60)$/.test(section),
        );
        if (county === 'LOS ANGELES' && isCannabis) expect(keys).toContain(`${cii} ${key}`);
      }
    }
  });

  test('counts every conviction, and every count that may be one', () => {
    const all = [...people.values()].flatMap(({ convictions }) => convictions);
    expect(all.filter(({ certain }) => certain)).toHaveLength(file.totals.convictions);
    expect(all.filter(({ certain }) => !certain)).toHaveLength(file.totals.unknownDispositions);
    for (const told of file.convictions) expect(found(told.cii, told.key)?.certain, told.key).toBe(told.certain);
  });

  test('says what was relieved, and who is registered or dead', () => {
    for (const told of file.convictions) {
      const history = people.get(told.cii);
      const steps = history?.cycles.flatMap((cycle) => cycle.steps) ?? [];
      const dispositions = steps.flatMap((step) => step.counts.flatMap((count) => count.dispositions));
      if (told.relief === 'set_aside') expect(dispositions.some(({ kind }) => kind === 'relieved')).toBe(true);
      expect(steps.some(({ kind }) => kind === 'deceased')).toBe(told.deceased);
      const registrations = steps.filter(({ kind }) => kind === 'registration').flatMap(({ counts }) => counts);
      const isRegistered = registrations.some(({ charged }) => charged.references.map(statuteText).includes('PC 290'));
      expect(isRegistered).toBe(told.registered);
    }
  });

  test('has something of everything', () => {
    const having = (test: (told: (typeof file.convictions)[number]) => boolean) => file.convictions.filter(test).length;
    expect(having(({ historic }) => historic)).toBeGreaterThan(0);
    expect(having(({ readFrom }) => readFrom === 'comment')).toBeGreaterThan(0);
    expect(having(({ readFrom }) => readFrom === 'plea')).toBeGreaterThan(0);
    expect(having(({ certain, dismissAll }) => certain && dismissAll === 'needs_review')).toBeGreaterThan(0);
    expect(having(({ certain }) => !certain)).toBeGreaterThan(0);
    expect(having(({ severity }) => severity === undefined)).toBeGreaterThan(0);
    expect(having(({ relief }) => relief === 'reduced')).toBeGreaterThan(0);
    expect(having(({ earlierSuperStrike }) => earlierSuperStrike)).toBeGreaterThan(0);
    expect(file.totals.unknownDispositions).toBeGreaterThan(0);
  });

  test('has nobody convicted as a child, or before birth', () => {
    expect(file.convictions.every(({ ageAtConviction }) => ageAtConviction >= 18)).toBe(true);
  });
});

test("people's rows stand together, or all over the file, and say the same", () => {
  const scattered = generate({ rows: 4000, scatter: true, dirtyRate: 0 });
  const together = generate({ rows: 4000, dirtyRate: 0 });
  const changes = (rows: readonly HistoryRow[]) =>
    rows.filter((row, index) => row.cells[COLUMN.CII_NUMBER] !== rows[index - 1]?.cells[COLUMN.CII_NUMBER]).length;
  expect(changes(together.rows)).toBe(together.totals.people);
  expect(changes(scattered.rows)).toBeGreaterThan(scattered.rows.length * 0.9);
  const withoutLines = (told: typeof file.convictions) => told.map(({ key }) => key).sort();
  expect(withoutLines(scattered.convictions)).toEqual(withoutLines(together.convictions));
});

test('refuses a number of rows or a rate that makes no sense', () => {
  expect(() => generateCounty({ ...options, rows: -1 })).toThrow(RangeError);
  expect(() => generateCounty({ ...options, dirtyRate: 1 })).toThrow(RangeError);
});
