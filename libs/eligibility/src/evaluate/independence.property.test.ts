import { buildHistory, COLUMN, DIALECT, DojReader, localDate } from '@clearance/record';
import type { HistoryRow } from '@clearance/record';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Policy } from '../policy/policy.ts';
import { presets } from '../presets/presets.ts';
import { anyPolicy, smallPerson } from '../testing/arbitraries.ts';
import type { SmallPerson } from '../testing/small-history.ts';
import { smallRows } from '../testing/small-history.ts';
import { evaluate, traceBytes } from './evaluate.ts';
import { replay } from '../replay/replay.ts';
import { tries } from '../testing/tries.ts';

const context = { county: 'LOS ANGELES', asOf: localDate('2020-02-13') };
const policy = fc.oneof(fc.constantFrom(...presets), anyPolicy);
const people = fc.array(smallPerson, { minLength: 2, maxLength: 4 });

/** The lines of a file in which these people's rows stand, each with the person they belong to. */
function linesOf(everybody: readonly SmallPerson[]): string[] {
  return everybody.flatMap((person, number) =>
    smallRows(person).map(({ cells }) => {
      const own = cells.with(COLUMN.CII_NUMBER, `A0000000${number}`);
      // The file may leave out the number of a registration, not that of anything else.
      return own.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',');
    }),
  );
}

/** What is determined of everybody in a file that comes in pieces of this many bytes, by person. */
function determined(lines: readonly string[], by: Policy, piece: number): Map<string, string[]> {
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
  const reader = new DojReader({ encoding: 'ascii', hasHeader: false });
  const rows: HistoryRow[] = [];
  for (let at = 0; at < bytes.length; at += piece) rows.push(...reader.push(bytes.slice(at, at + piece)).rows);
  rows.push(...reader.end().rows);
  expect(rows).toHaveLength(lines.length);
  const byPerson = Map.groupBy(rows, ({ cells }) => cells[COLUMN.CII_NUMBER] ?? '');
  return new Map([...byPerson].map(([cii, own]) => [cii, evaluate(buildHistory(own), by, context).map(withoutLines)]));
}

/** A trace names the lines of the file; where a person stands in it is all that may change. */
function withoutLines(determination: Parameters<typeof traceBytes>[0]): string {
  return traceBytes(determination)
    .replaceAll(/"\d+:[A-Z_]+"/g, '"cell"')
    .replaceAll(/\(line \d+\)/g, '(line)');
}

describe('what is determined does not depend on', () => {
  test('the order of people in the file, on who else is in it, or on the pieces in which it comes', () => {
    fc.assert(
      fc.property(people, policy, fc.integer({ min: 1, max: 700 }), (everybody, by, piece) => {
        const lines = linesOf(everybody);
        const whole = determined(lines, by, 1 << 20);
        expect(determined(lines, by, piece)).toEqual(whole);
        const cii = (line: string) => line.split(',')[COLUMN.CII_NUMBER] ?? '';
        const turned = [...lines].sort((a, b) => (cii(a) < cii(b) ? 1 : cii(a) > cii(b) ? -1 : 0));
        for (const [person, own] of determined(turned, by, 1 << 20)) expect(own).toEqual(whole.get(person));
        const alone = lines.filter((line) => cii(line) === 'A00000000');
        expect(determined(alone, by, 1 << 20).get('A00000000')).toEqual(whole.get('A00000000'));
      }),
      tries(100),
    );
  });

  describe('the clock, the time zone, the locale or chance', () => {
    afterEach(() => {
      vi.unstubAllGlobals();
      vi.unstubAllEnvs();
      vi.restoreAllMocks();
    });

    const sample = fc.sample(fc.tuple(smallPerson, policy), { numRuns: 300, seed: 7 });
    const all = () =>
      sample.map(([person, by]) => evaluate(buildHistory(smallRows(person)), by, context).map(traceBytes));
    const expected = all();

    test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Tokyo'])('in %s', (zone) => {
      vi.stubEnv('TZ', zone);
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(all()).toEqual(expected);
    });

    test('for none of them is ever asked', () => {
      const refuse = () => {
        throw new Error('asked for the clock, the locale or chance');
      };
      vi.stubGlobal(
        'Date',
        class extends Date {
          constructor() {
            super();
            refuse();
          }
          static override now = refuse;
        },
      );
      vi.stubGlobal('Intl', {});
      for (const method of ['localeCompare', 'toLocaleUpperCase', 'toLocaleLowerCase'] as const)
        vi.spyOn(String.prototype, method).mockImplementation(refuse);
      vi.spyOn(Number.prototype, 'toLocaleString').mockImplementation(refuse);
      vi.spyOn(Math, 'random').mockImplementation(refuse);
      const again = all();
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
      expect(again).toEqual(expected);
    });
  });
});

test('every determination, read back from its bytes, is made again from its trace', () => {
  fc.assert(
    fc.property(smallPerson, policy, (person, by) => {
      const rows = smallRows(person);
      const ground = { rows, beside: {}, wordings: [], policy: by, context };
      for (const made of evaluate(buildHistory(rows), by, context)) {
        const isOf = (key: string) => key === made.convictionKey;
        const recorded = { bytes: traceBytes(made), dialect: DIALECT, isOf };
        expect(replay(ground, recorded)).toEqual({ result: 'identical' });
      }
    }),
    tries(200),
  );
});
