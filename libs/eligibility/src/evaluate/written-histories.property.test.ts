import { buildHistory, COLUMN, localDate, packHistory, textOf, unpackHistory } from '@clearance/record';
import type { Beside, HistoryRow } from '@clearance/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Outcome } from '../determination.ts';
import { boundsOf } from '../fact.ts';
import { personOf } from '../facts/person.ts';
import { presets } from '../presets/presets.ts';
import type { WrittenCase } from '../testing/written-histories.ts';
import {
  laterWord,
  rewritten,
  writtenCase,
  writtenCases,
  writtenRow,
  writtenRows,
} from '../testing/written-histories.ts';
import { evaluate } from './evaluate.ts';
import { tries } from '../testing/tries.ts';

/** Each holds for a hundred thousand tries as well. */
const settings = tries(300);

const context = { county: 'YOLO', asOf: localDate('2020-02-13') };
const policy = fc.constantFrom(...presets);
const RELIEF: readonly Outcome[] = ['dismiss', 'reduce'];
const isRelief = (outcome: Outcome | undefined) => outcome !== undefined && RELIEF.includes(outcome);

interface Answer {
  /** The conviction without what differs between two spellings of a number. */
  readonly of: string;
  readonly outcome: Outcome;
  readonly rule: string;
}

function answersOf(rows: readonly HistoryRow[], by: (typeof presets)[number], beside?: Beside): Answer[] {
  const history = buildHistory(rows, undefined, beside);
  const byKey = new Map(history.convictions.map((one) => [one.key, one]));
  return evaluate(history, by, context).map(({ convictionKey, outcome, ruleId }) => {
    const { count, cycle } = byKey.get(convictionKey) ?? { count: { order: '' }, cycle: { order: '' } };
    return { of: `${cycle.order} ${count.order}`, outcome, rule: ruleId };
  });
}

/** The rows again, on the lines that follow. */
const after = (rows: readonly HistoryRow[], more: readonly HistoryRow[]): HistoryRow[] => [
  ...rows,
  ...more.map(({ cells }, index) => ({ cells, line: rows.length + index + 1 })),
];
const isOfCycle = (row: HistoryRow, cycle: number) => textOf(row, 'CNT_ORDER').startsWith(String(cycle));
const moved = (row: HistoryRow, from: number, to: string) =>
  rewritten(row, { CNT_ORDER: to + textOf(row, 'CNT_ORDER').slice(from) });

test('a word of the court that is moved into a later step never shortens a sentence', () => {
  fc.assert(
    fc.property(
      writtenCase(0),
      laterWord,
      fc.constantFrom('101003001000', '101009001000', '102001001000'),
      (one, later, place) => {
        fc.pre(one.disposition.startsWith('CONVICTED'));
        const rows = writtenRows([{ ...one, later }]);
        const last = rows.length - 1;
        const inPlace = (order: string) =>
          rows.map((row, at) => (at === last ? rewritten(row, { CNT_ORDER: order }) : row));
        const ends = [inPlace('101002001000'), inPlace(place)].map((each) => {
          const person = personOf(buildHistory(each));
          const [event] = person.events;
          if (!event) throw new RangeError('no conviction');
          return boundsOf(person.sentenceEndOf(event));
        });
        const [same, apart] = ends;
        expect((apart?.low ?? '') >= (same?.low ?? '')).toBe(true);
        expect(apart?.high === undefined || (same?.high !== undefined && apart.high >= same.high)).toBe(true);
      },
    ),
    settings,
  );
});

test('an arrest, a registration or a death under the number of a court step changes no answer', () => {
  fc.assert(
    fc.property(writtenCases, policy, fc.constantFrom('REGISTRATION', 'DECEASED', ''), (cases, by, kind) => {
      const rows = writtenRows(cases);
      const type = { STP_TYPE_DESCR: kind, OFFENSE_DESCR: '290 PC-REGISTRATION', STP_EVENT_DATE: '20010101' };
      const own = kind === '' ? rows : [...rows, writtenRow(rows.length + 1, { CNT_ORDER: '101090001000', ...type })];
      const shared = own.map((row) => {
        const order = textOf(row, 'CNT_ORDER');
        if (textOf(row, 'STP_TYPE_DESCR').startsWith('ARREST')) return moved(row, 6, `${order.slice(0, 3)}002`);
        return order === '101090001000' ? moved(row, 6, '101002') : row;
      });
      // In whatever order they stand in the step.
      const turned = [...shared].reverse().map(({ cells }, index) => ({ cells, line: index + 1 }));
      const expected = answersOf(own, by);
      expect(answersOf(shared, by)).toEqual(expected);
      if (cases.every((one) => one.sentence.length < 2)) expect(answersOf(turned, by)).toEqual(expected);
    }),
    settings,
  );
});

describe('what no criminal court says', () => {
  const isCovered = ({ disposition, later, offense }: WrittenCase) =>
    disposition.startsWith('CONVICTED') && later === undefined && /^1135[789] HS|^11360/.test(offense);

  test('goes to a person and is never silent, where a prison or a juvenile court says it', () => {
    const kinds = fc.constantFrom(
      'CUSTODY:CDC',
      'PROBATION',
      'SUPERVISION',
      'ARREST/DETAINED/CITED',
      'PETITION SUSTAINED',
      'ADJUDGED WARD',
    );
    fc.assert(
      fc.property(writtenCases, policy, kinds, (cases, by, kind) => {
        fc.pre(cases.some(isCovered) && by.jurisdiction === 'CA');
        const at = cases.findIndex(isCovered);
        const rows = writtenRows(cases).map((row) => {
          if (!isOfCycle(row, 101 + at) || textOf(row, 'STP_TYPE_DESCR') !== 'COURT ACTION') return row;
          return /^(PET|ADJ)/.test(kind)
            ? rewritten(row, { DISP_DESCR: kind })
            : rewritten(row, { STP_TYPE_DESCR: kind });
        });
        const own = answersOf(rows, by).filter(({ of }) => of.startsWith(String(101 + at)));
        expect(own.map(({ outcome }) => outcome)).toEqual(['needs_review']);
      }),
      settings,
    );
  });
});

test('a case that is told again, in a step or a cycle of its own, changes no answer and is no second prior', () => {
  fc.assert(
    fc.property(writtenCases, policy, fc.nat(3), fc.boolean(), (cases, by, which, isInCycle) => {
      // What was dismissed and yet reduced years later contradicts itself, told once or twice.
      fc.pre(cases.every(({ disposition, later }) => disposition.startsWith('CONVICTED') || later === undefined));
      const at = which % cases.length;
      const rows = writtenRows(cases);
      const court = rows.filter((row) => isOfCycle(row, 101 + at) && textOf(row, 'STP_TYPE_DESCR') === 'COURT ACTION');
      const again = court.map((row) => {
        const order = textOf(row, 'CNT_ORDER');
        return isInCycle ? moved(row, 6, `${order.slice(0, 5)}${Number(order[5]) + 2}`) : moved(row, 3, '190');
      });
      expect(answersOf(after(rows, again), by)).toEqual(answersOf(rows, by));
    }),
    settings,
  );
});

test('a case that may be told again brings nothing closer to relief', () => {
  const unlike = fc.constantFrom<Partial<Record<'OFN' | 'STP_ORI_DESCR' | 'STP_ORI_CNTY_NAME', string>>>(
    { OFN: '' },
    { STP_ORI_DESCR: 'CAMC YOLO', OFN: 'M77001' },
    { STP_ORI_CNTY_NAME: '' },
  );
  fc.assert(
    fc.property(writtenCases, policy, fc.nat(3), fc.boolean(), unlike, (cases, by, which, isInCycle, cells) => {
      // Another court's number in another cycle is another case.
      fc.pre(isInCycle || cells.STP_ORI_DESCR === undefined);
      const at = which % cases.length;
      const rows = writtenRows(cases);
      const court = rows.filter((row) => isOfCycle(row, 101 + at) && textOf(row, 'STP_TYPE_DESCR') === 'COURT ACTION');
      const again = court.map((row) => {
        const order = textOf(row, 'CNT_ORDER');
        const placed = isInCycle ? moved(row, 6, `${order.slice(0, 5)}${Number(order[5]) + 2}`) : moved(row, 3, '190');
        return rewritten(placed, cells);
      });
      const before = new Map(answersOf(rows, by).map(({ of, outcome }) => [of, outcome]));
      for (const { of, outcome } of answersOf(after(rows, again), by)) {
        if (before.has(of) && isRelief(outcome)) expect(isRelief(before.get(of))).toBe(true);
      }
    }),
    settings,
  );
});

test('a case that a later step settles is not open, whatever its number is written like', () => {
  const open = fc.constantFrom(
    'PENDING',
    'CONTINUED',
    'COMPLAINT FILED',
    'DIVERSION',
    'BENCH WARRANT ISSUED',
    'OFF CALENDAR',
  );
  const end = fc.constantFrom('DISMISSED', 'ACQUITTED', 'CONVICTED-JAIL', 'DIVERSION COMPLETED-DISMISSED');
  const spelling = fc.constantFrom('CRF051204', 'CRF05-1204', 'crf 05 1204', 'CRF.051204-01');
  fc.assert(
    fc.property(
      open,
      end,
      spelling,
      fc.constantFrom('101003001000', '102001001000'),
      (pending, settled, number, place) => {
        const [one] = writtenRows([{ ...CONTINUED, disposition: pending }]).slice(1);
        if (!one) throw new RangeError('no row');
        const last = rewritten(one, {
          DISP_DESCR: settled,
          OFN: number,
          CNT_ORDER: place,
          STP_EVENT_DATE: '20100601',
        });
        const isOpen = (rows: HistoryRow[]) => personOf(buildHistory(rows)).open;
        expect(isOpen([one])).toMatchObject({ state: 'known', value: pending });
        expect(isOpen(after([one], [last]))).toMatchObject({ state: 'known', value: '' });
        const elsewhere = rewritten(last, { OFN: 'CRF058888' });
        expect(isOpen(after([one], [elsewhere]))).toMatchObject({ state: 'known', value: pending });
      },
    ),
    settings,
  );
});

const CONTINUED: WrittenCase = {
  ...{ number: 'CRF051204', date: '20080505', offense: '459 PC', severity: 'FELONY', disposition: 'CONTINUED' },
  ...{ sentence: [], later: undefined },
};

test('a row that could not be read never brings relief, and takes away none but by asking a person', () => {
  const unread = fc.array(
    fc.integer({ min: 1, max: 99 }).map((line) => ({ line })),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(writtenCases, policy, unread, (cases, by, lines) => {
      const rows = writtenRows(cases);
      const whole = answersOf(rows, by);
      const partly = answersOf(rows, by, { unread: lines });
      expect(partly.map(({ of }) => of)).toEqual(whole.map(({ of }) => of));
      partly.forEach(({ outcome }, index) => {
        const before = whole[index]?.outcome;
        expect(outcome).toBe(isRelief(before) ? 'needs_review' : before);
      });
      const history = buildHistory(rows, undefined, { unread: lines });
      for (const { outcome, unknownFacts } of evaluate(history, by, context)) {
        if (outcome !== 'needs_review' || unknownFacts.length === 0) continue;
        expect(unknownFacts.find(({ fact }) => fact === 'unread_row')?.why).toContain(String(lines[0]?.line));
      }
    }),
    settings,
  );
});

test('another spelling of the case numbers changes no answer', () => {
  const spell = fc.array(fc.nat(6), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(writtenCases, policy, spell, (cases, by, spellings) => {
      const rows = writtenRows(cases);
      const again = rows.map((row, index) => {
        const number = textOf(row, 'OFN');
        return number === '' ? row : rewritten(row, { OFN: spelled(number, spellings[index % 20] ?? 0) });
      });
      expect(answersOf(again, by)).toEqual(answersOf(rows, by));
    }),
    settings,
  );
});

function spelled(number: string, how: number): string {
  const [, court = '', year = '', rest = ''] = /^([A-Z]+)(\d\d)(\d+)$/.exec(number) ?? [];
  const ways = [number, `${court}-${year}-${rest}`, `${court} ${year}${rest}`, number.toLowerCase()];
  return [...ways, `${court}.${year}${rest}`, `${number}-01`, `${court}000${year}${rest}/A`][how] ?? number;
}

test('rows that come in two files of one delivery, cut in any way, give the answers of one file', () => {
  fc.assert(
    fc.property(
      writtenCases,
      policy,
      fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
      fc.boolean(),
      (cases, by, isSecond, isInCount) => {
        // The later word as a row of the count itself, which the cut may bring before the conviction.
        const rows = writtenRows(cases).map((row) => {
          const order = textOf(row, 'CNT_ORDER');
          return isInCount && order.slice(3, 6) === '003' ? moved(row, 6, `${order.slice(0, 3)}002`) : row;
        });
        const inSecond = rows.map((_, index) => isSecond[index % 20] ?? false);
        const first = rows.filter((_, index) => !inSecond[index]);
        const second = rows.filter((_, index) => inSecond[index]);
        const delivered = [...first, ...second].map(({ cells }, index) => ({ cells, line: index + 1 }));
        expect(answersOf(delivered, by)).toEqual(answersOf(rows, by));
      },
    ),
    settings,
  );
});

test('a history that was packed gives the same answers, whoever reports its convictions', () => {
  const type = fc.constantFrom('', '', '', 'CUSTODY:CDC', 'PROBATION', 'ARREST/DETAINED/CITED');
  const types = fc.array(type, { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(writtenCases, policy, types, (cases, by, typeOf) => {
      const rows = writtenRows(cases).map((row, index) => {
        const own = typeOf[index % 20] ?? '';
        return own === '' ? row : rewritten(row, { STP_TYPE_DESCR: own });
      });
      const history = buildHistory(rows);
      const again = unpackHistory(packHistory(history));
      expect(evaluate(again, by, context)).toEqual(evaluate(history, by, context));
      expect(rows[0]?.cells).toHaveLength(Object.keys(COLUMN).length);
    }),
    settings,
  );
});
