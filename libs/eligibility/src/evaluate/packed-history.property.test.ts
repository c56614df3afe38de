import { buildHistory, localDate, packHistory, readDispositions, unpackHistory } from '@clearance/record';
import type { History } from '@clearance/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { simulate } from '../impact/simulate.ts';
import { presets } from '../presets/presets.ts';
import { anyPolicy, smallPerson } from '../testing/arbitraries.ts';
import { smallHistory, smallRows } from '../testing/small-history.ts';
import type { SmallCount, SmallPerson } from '../testing/small-history.ts';
import { evaluate, traceBytes } from './evaluate.ts';
import { tries } from '../testing/tries.ts';

const context = { county: 'LOS ANGELES', asOf: localDate('2020-02-13') };
const policy = fc.oneof(fc.constantFrom(...presets), anyPolicy);

test('determines the same, to the byte, on a history that was packed as on the one that was built', () => {
  fc.assert(
    fc.property(smallPerson, policy, (person, by) => {
      const history = smallHistory(person);
      const again = unpackHistory(packHistory(history));
      const bytes = (of: History) => evaluate(of, by, context).map(traceBytes);
      expect(bytes(again)).toEqual(bytes(history));
      const figures = (of: History) => simulate([{ person: '1', history: of }], by, presets[0] ?? by, context);
      expect(figures(again)).toEqual(figures(history));
      expect(packHistory(again)).toBe(packHistory(history));
    }),
    tries(500),
  );
});

/** What decisions look at beside the plain columns: qualifiers, amended charges, and what the arrest was for. */
const asWritten: fc.Arbitrary<SmallPerson> = fc
  .record({
    person: smallPerson,
    cells: fc.constantFrom<NonNullable<SmallCount['cells']>>(
      { OFFENSE_QUAL_LST: 'ATTEMPTED' },
      { CONV_OFFENSE_QUAL_LST: 'NO SUCH WORD' },
      { DISP_OFFENSE_QUAL_LST: 'ACCESSORY' },
      { DISP_OFFENSE_DESCR: '11358 HS' },
    ),
    offense: fc.constantFrom('32 PC-ACCESSORY', '11364 HS', '11359 HS', '187(A) PC', '1170(H) PC'),
    comment: fc.constantFrom('', 'COUNT 2 CONVICTED OF 11358 HS', 'COUNT 1 WAS 11359 HS'),
    arrestedFor: fc.constantFrom('11359 HS', '664-11358 HS', '459 PC', ''),
  })
  .map(({ arrestedFor, cells, comment, offense, person }) => ({
    ...person,
    cases: [{ date: '20010213', arrestedFor, counts: [{ offense, comment, cells }] }, ...person.cases],
  }));

test('the same of offenses as they are really written', () => {
  fc.assert(
    fc.property(asWritten, fc.constantFrom(...presets), (person, by) => {
      const history = smallHistory(person);
      const again = unpackHistory(packHistory(history));
      const bytes = (of: History) => evaluate(of, by, context).map(traceBytes);
      expect(bytes(again)).toEqual(bytes(history));
    }),
    tries(300),
  );
});

test('reads the words of a packed history by the dictionary of the day, not by that of the day it was packed', () => {
  const rows = smallRows({
    born: '19700214',
    cases: [{ date: '19990213', counts: [{ offense: '11359 HS-SALE', disposition: 'SEE MINUTE ORDER' }] }],
  });
  const packed = packHistory(buildHistory(rows));
  const dictionary = readDispositions([{ wording: 'SEE MINUTE ORDER', kind: 'convicted' }]);
  expect(unpackHistory(packed).convictions.map(({ certain }) => certain)).toEqual([false]);
  expect(unpackHistory(packed, dictionary).convictions.map(({ certain }) => certain)).toEqual([true]);
});

test('refuses a text of another form, and one that was cut', () => {
  const packed = packHistory(
    smallHistory({ born: '', cases: [{ date: '19990213', counts: [{ offense: '459 PC' }] }] }),
  );
  expect(() => unpackHistory(`0${packed.slice(1)}`)).toThrow(RangeError);
  expect(() => unpackHistory(packed.slice(0, packed.indexOf('\u001f')))).toThrow(RangeError);
});
