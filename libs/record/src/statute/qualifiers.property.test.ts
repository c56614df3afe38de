import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatuteRef } from '../statute.ts';
import { courtRow } from '../testing/rows.ts';
import type { CellValues } from '../testing/rows.ts';
import { readOffenses } from './offenses-of-count.ts';

const runs = { numRuns: fc.readConfigureGlobal().numRuns ?? 500 };
const section = fc.constantFrom('187(A) PC', '11359 HS', '245(D)(3) PC', '459 PC', '288(A) PC', '11360(A) HS');
const word = fc.constantFrom(
  'ATTEMPTED',
  'ATTEMPT',
  'ATT',
  'CONSPIRACY',
  'CONSP',
  'ACCESSORY',
  'ACCESSORY AFTER FACT',
  'SOLICITATION',
  'AID AND ABET',
);
const columns = fc.constantFrom<(keyof CellValues)[]>(
  ['OFFENSE_QUAL_LST'],
  ['CONV_OFFENSE_QUAL_LST'],
  ['OFFENSE_QUAL_LST', 'DISP_OFFENSE_QUAL_LST'],
  ['OFFENSE_QUAL_LST', 'DISP_OFFENSE_QUAL_LST', 'CONV_OFFENSE_QUAL_LST'],
);

function readingOf(cells: CellValues): readonly StatuteRef[] {
  const { charged, offense } = readOffenses([courtRow(1, cells)]);
  expect(offense).toBe(charged);
  return offense.references;
}

test('a qualifier means in its column what it means in the description', () => {
  fc.assert(
    fc.property(section, word, columns, fc.boolean(), (cited, qualifier, names, isLower) => {
      const text = isLower ? qualifier.toLowerCase() : ` ${qualifier} `;
      const inColumns = readingOf({ OFFENSE_DESCR: cited, ...Object.fromEntries(names.map((name) => [name, text])) });
      expect(inColumns).toEqual(readingOf({ OFFENSE_DESCR: `${cited}-${qualifier}` }));
    }),
    runs,
  );
});

test('whatever is not understood of a qualifier leaves a doubt, and a filler none', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'BDFGHJKLMNPQRUVWXYZ'.split('')), minLength: 5, maxLength: 9 });
  fc.assert(
    fc.property(section, letters, columns, (cited, qualifier, names) => {
      const cells = (text: string) => ({
        OFFENSE_DESCR: cited,
        ...Object.fromEntries(names.map((name) => [name, text])),
      });
      expect(readingOf(cells(qualifier)).every(({ perhaps }) => perhaps?.includes('unread'))).toBe(true);
      for (const filler of ['', '  -  ', 'NULL', 'x', '#'])
        expect(readingOf(cells(filler))).toEqual(readingOf({ OFFENSE_DESCR: cited }));
    }),
    runs,
  );
});
