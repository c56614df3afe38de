import { readDescription } from '@clearance/record';
import type { OffenseText } from '@clearance/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { known } from '../fact.ts';
import { localDate } from '@clearance/record';
import { cannabis } from './cannabis.ts';
import { matchOffense } from './match.ts';
import { registrable } from './registrable.ts';
import type { StatuteList } from './statute-list.ts';
import { superStrike } from './super-strike.ts';
import { tries } from '../testing/tries.ts';

const runs = tries(1000);
const date = known(localDate('2000-01-01'), []);

function resultOf(list: StatuteList, text: string) {
  const offense: OffenseText = {
    text,
    cell: { line: 1, column: 'OFFENSE_DESCR' },
    source: 'description',
    ...readDescription(text),
  };
  return matchOffense(list, offense, date).result;
}

const codeOf = {
  HS: ['HS', 'H&S', 'H/S', 'H.S.', 'H S', 'HSC', 'H & S', 'HEALTH & SAFETY', '(HS)', 'hs', 'H&SC', ''],
  PC: ['PC', 'P.C.', 'P C', 'CPC', 'PENAL CODE', '(PC)', 'pc', ''],
};
const offense = fc.constantFrom(
  ...['11357', '11358', '11359', '11360'].map((number) => ({
    list: cannabis,
    number,
    part: ['A', 'B', ''],
    code: 'HS' as const,
  })),
  ...['187', '288'].map((number) => ({ list: superStrike, number, part: ['A', ''], code: 'PC' as const })),
  ...['261', '269', '243.4'].map((number) => ({ list: registrable, number, part: ['A', ''], code: 'PC' as const })),
);

/** One way to write a section: its code before or behind, its subdivision with or without parentheses, with a slip or none. */
const spelled = offense.chain(({ code, list, number, part }) =>
  fc
    .record({
      before: fc.constantFrom('', '', '664/', '664-', '664.', '664', '182(A)(1)-', '664 PC '),
      slip: fc.constantFrom('none', 'none', 'point', 'blank', 'comma', 'letter'),
      at: fc.integer({ min: 1, max: 4 }),
      letter: fc.constantFrom(...part),
      form: fc.constantFrom('(%)', '%', '-%', '.%', ' (%)', '-(%)'),
      joint: fc.constantFrom('', ' ', '-', '  ', '.', ', '),
      codeText: fc.constantFrom(...codeOf[code]),
      isCodeAhead: fc.boolean(),
      words: fc.constantFrom('', '-POSSESS', ' - SALE', '-MURDER:ATTEMPT'),
    })
    .map(({ at, before, codeText, form, isCodeAhead, joint, letter, slip, words }) => {
      const sign = { none: '', point: '.', blank: ' ', comma: ',', letter: '' }[slip];
      // Two slips at once, a broken number behind an odd joint, are beyond reading.
      const isLong = code === 'HS' && ['', '664/', '664 PC '].includes(before);
      const broken = isLong ? number.slice(0, at) + sign + number.slice(at) : number;
      const digits = slip === 'letter' && isLong ? broken.replace('0', 'O') : broken;
      const section = digits + (letter === '' ? '' : form.replace('%', letter));
      const ahead = isCodeAhead && codeText !== '' && before === '' ? `${codeText} ` : '';
      return {
        list,
        text: before + ahead + section + (ahead === '' && codeText !== '' ? `${joint}${codeText}` : '') + words,
      };
    }),
);

test('no spelling of a listed section makes it another offense', () => {
  fc.assert(
    fc.property(spelled, ({ list, text }) => {
      expect([text, resultOf(list, text) !== false]).toEqual([text, true]);
    }),
    runs,
  );
});

test('a neighbour of a listed section stays another offense', () => {
  for (const text of [
    '11357.5 HS',
    '11361 HS',
    '11350 HS',
    '11377 HS',
    '1357 HS',
    '664/11350 HS',
    '66411377 HS',
    '11352-664 HS',
  ]) {
    expect([text, resultOf(cannabis, text)]).toEqual([text, false]);
  }
});
