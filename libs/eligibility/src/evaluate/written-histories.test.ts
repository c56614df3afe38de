import { buildHistory, localDate } from '@clearance/record';
import type { ColumnName, HistoryRow } from '@clearance/record';
import { describe, expect, test } from 'vitest';

import { presetNamed } from '../presets/presets.ts';
import { writtenRow } from '../testing/written-histories.ts';
import { evaluate } from './evaluate.ts';

type Cells = Partial<Record<ColumnName, string>>;

/** What is said of each conviction: its case number, the outcome, the order and the flags that matter here. */
function said(policy: string, rows: readonly Cells[], born = '19600101'): string[] {
  const by = presetNamed(policy);
  if (!by) throw new RangeError(`no policy ${policy}`);
  const history = buildHistory(
    rows.map((cells, index): HistoryRow => writtenRow(index + 1, { PRI_DOB: born, ...cells })),
  );
  const [county, asOf] = by.jurisdiction === 'MI' ? ['WAYNE', '2023-06-01'] : ['INYO', '2020-02-13'];
  return evaluate(history, by, { county, asOf: localDate(asOf) })
    .filter(({ ruleId }) => ruleId !== 'scope')
    .map(({ facts, flags, order, outcome }) =>
      [facts.caseNumber, outcome, order, flags.includes('serving') ? 'serving' : undefined].filter(Boolean).join(' '),
    );
}

/** `12002` and the like: cycle 101 to 109, and the step; the count is the first unless told. */
const place = (cycle: number, step: number, count = 1): Cells => ({ CNT_ORDER: `10${cycle}00${step}00${count}000` });

function sentenced(time: string): Cells {
  const [length = '', location = ''] = time.split(/ (.*)/);
  return { SENT_LENGTH: length.slice(0, -1), SENT_TIME_CODE: length.slice(-1), SENT_LOC_DESCR: location };
}

function court(at: Cells, date: string, number: string, disposition: string, more: Cells = {}): Cells {
  return {
    ...{ STP_TYPE_DESCR: 'COURT ACTION', STP_ORI_DESCR: 'CASC INYO', STP_ORI_CNTY_NAME: 'INYO', STP_EVENT_DATE: date },
    ...{ OFN: number, OFFENSE_DESCR: '11359 HS-POSS FOR SALE', DISP_DESCR: disposition },
    ...{ CONV_STAT_DESCR: disposition.startsWith('CONV') ? 'FELONY' : '' },
    ...at,
    ...more,
  };
}

const YOUNG = '19860707';

describe('a later step of the case', () => {
  const convicted = court(place(1, 1), '20130402', 'INF 13-0907', 'CONVICTED-PROB/JAIL', sentenced('4Y PROBATION'));

  test.each<[string, Cells, string]>([
    [
      'revokes, with a length',
      court(place(1, 2), '20180402', 'INF130907', 'PROB REV-PRISON', sentenced('2Y PRISON')),
      ' serving',
    ],
    [
      'revokes, in a cycle of its own',
      court(place(2, 1), '20180402', 'inf13.0907', 'PROBATION REVOKED', sentenced('2Y PRISON')),
      ' serving',
    ],
    ['revokes, and does not say to what', court(place(1, 2), '20150402', 'INF130907', 'PROBATION REVOKED'), ''],
    [
      'reinstates, and does not say for how long',
      court(place(1, 2), '20150402', 'INF130907', 'PROB REVOKED/REINSTATED'),
      '',
    ],
    [
      'extends',
      court(place(1, 2), '20160402', 'INF130907', 'PROBATION EXTENDED', sentenced('7Y PROBATION')),
      ' serving',
    ],
    [
      'names the violation as its charge',
      court(place(1, 2), '20180402', 'INF130907', 'PROBATION REVOKED', {
        OFFENSE_DESCR: '1203.2 PC-VIOLATION',
        ...sentenced('3Y PRISON'),
      }),
      '',
    ],
  ])('%s: the sentence is not known to be over', (_, later, serving) => {
    expect(said('la-2020', [convicted, later], YOUNG)).toEqual([`INF 13-0907 needs_review${serving}`]);
  });

  test('that is over as well leaves nothing to serve', () => {
    const old = court(place(1, 1), '20010402', 'INF010907', 'CONVICTED-PROB/JAIL', sentenced('3Y PROBATION'));
    const revoked = court(place(1, 2), '20030402', 'INF010907', 'PROB REV-JAIL', sentenced('90D JAIL'));
    expect(said('hs-11361.9', [old, revoked], YOUNG).join()).not.toMatch(/recall|serving|needs_review/);
  });
});

describe('time that was suspended', () => {
  const probation = court(place(1, 1), '20150402', 'INF150311', 'CONVICTED-PROB/JAIL', sentenced('3Y PROBATION'));
  const prison = (more: Cells) =>
    court(place(1, 1), '20150402', 'INF150311', 'CONVICTED-PROB/JAIL', { ...sentenced('8Y PRISON'), ...more });

  test.each<[string, Cells]>([
    ['PRISON SS', { SENT_LOC_DESCR: 'PRISON SS' }],
    ['PRISON-SUSPENDED', { SENT_LOC_DESCR: 'PRISON-SUSPENDED' }],
    ['the unit', { SENT_TIME_DESCR: 'YRS SUSP' }],
    ['the code of the place', { SENT_LOC_CODE: 'SS' }],
  ])('by %s is not served', (_, more) => {
    expect(said('hs-11361.9', [prison(more), probation]).join()).not.toMatch(/recall|serving/);
  });

  test('by the disposition alone is for a person', () => {
    expect(said('hs-11361.9', [prison({ DISP_DESCR: 'CONVICTED-PRISON SS' }), probation])).toEqual([
      'INF150311 needs_review',
    ]);
  });

  test('is served once a later step imposes it', () => {
    const imposed = court(place(1, 2), '20180102', 'INF150311', 'PROB REV-PRISON', sentenced('8Y PRISON'));
    expect(said('hs-11361.9', [prison({ SENT_LOC_DESCR: 'PRISON SS' }), probation, imposed])[0]).toContain(
      'recall serving',
    );
  });

  test('without a probation ends nobody knows when', () => {
    expect(said('hs-11361.9', [prison({ SENT_LOC_DESCR: 'JAIL SS' })])).toEqual(['INF150311 needs_review']);
  });
});

describe('the kind of a row', () => {
  const arrest = {
    ...place(1, 1),
    STP_TYPE_DESCR: 'ARREST/DETAINED/CITED',
    STP_EVENT_DATE: '19960820',
    STP_ORI_CNTY_NAME: 'INYO',
  };

  test.each(['COURT ACTION', 'court action', 'COURT', ' Court Disposition '])('is its own: %s', (type) => {
    const row = court(place(1, 1, 2), '19961105', 'INF960415', 'CONVICTED', { STP_TYPE_DESCR: type });
    expect(said('san-diego-2020', [{ ...arrest, OFFENSE_DESCR: '11359 HS' }, row])).toEqual([
      'INF960415 reduce redesignation',
    ]);
  });

  test.each(['REGISTRATION', 'Registrant'])('is its own for a %s in a court step', (type) => {
    const registered = {
      ...place(1, 1, 2),
      STP_TYPE_DESCR: type,
      STP_EVENT_DATE: '19980103',
      OFFENSE_DESCR: '290 PC-REG',
    };
    const rows = [court(place(1, 1), '19970103', 'INM97', 'DISMISSED', { OFFENSE_DESCR: '415 PC' }), registered];
    expect(
      said('la-2020', [...rows, court(place(2, 1), '20060606', 'INF060606', 'CONVICTED', sentenced('30D JAIL'))]),
    ).toEqual(['INF060606 not_eligible']);
  });
});

describe('a conviction that no court row tells', () => {
  const elsewhere = (type: string, more: Cells = {}) =>
    court(place(1, 2), '19930317', 'C81755', 'CONVICTED-PRISON', { STP_TYPE_DESCR: type, ...more });

  test.each(['CUSTODY:CDC', 'PROBATION', 'SUPERVISION:PAROLE', 'ARREST/DETAINED/CITED', 'APPLICANT'])(
    'goes to a person: %s',
    (type) => {
      expect(said('san-diego-2020', [elsewhere(type)])).toEqual(['C81755 needs_review']);
    },
  );

  test('makes rules about earlier ones unknown', () => {
    const later = court(place(2, 1), '20060606', 'INF060606', 'CONVICTED', sentenced('30D JAIL'));
    const murder = elsewhere('CUSTODY:CDC', { OFFENSE_DESCR: '187(A) PC-MURDER' });
    expect(said('la-2020', [murder, later])).toEqual(['INF060606 needs_review']);
  });

  test('is none where a court row of the cycle tells it', () => {
    const told = court(place(1, 1), '19930210', 'INF930044', 'CONVICTED-PRISON', sentenced('2Y PRISON'));
    expect(said('san-diego-2020', [told, elsewhere('CUSTODY:CDC')])).toEqual(['INF930044 reduce redesignation']);
  });

  test('is none where it only says that somebody was held', () => {
    expect(said('san-diego-2020', [elsewhere('CUSTODY:JAIL', { DISP_DESCR: 'RELEASED' })])).toEqual([]);
  });
});

describe('a case that is told twice', () => {
  const last = court(place(5, 1), '20091212', 'INF090815', 'CONVICTED-JAIL', sentenced('60D JAIL'));
  const first = court(place(1, 1), '20020303', 'INF 02-0130', 'CONVICTED-PROB/JAIL', sentenced('3Y PROBATION'));

  test.each<[string, Cells]>([
    ['in another step', { ...place(1, 2) }],
    ['in another cycle', { ...place(2, 1) }],
    ['with a sentence of a later day', { ...place(1, 2), STP_EVENT_DATE: '20030909', DISP_DESCR: 'CONVICTED-PRISON' }],
    ['under another spelling', { ...place(2, 1), OFN: 'inf.02.0130-01' }],
  ])('%s is one conviction and one prior', (_, more) => {
    expect(said('la-2020', [first, { ...first, ...more }, last])).toEqual(['INF 02-0130 dismiss', 'INF090815 dismiss']);
  });

  test('under a number of another court is perhaps one', () => {
    const certified = { ...first, ...place(1, 2), OFN: 'S4410', STP_EVENT_DATE: '20020401' };
    const plea = { ...first, STP_ORI_DESCR: 'CAMC BISHOP', OFN: 'M0130' };
    expect(said('la-2020', [plea, certified, last]).at(-1)).toBe('INF090815 needs_review');
  });

  test('and had again after it was reversed is a new one', () => {
    const reversed = court(place(1, 2), '20040404', 'INF020130', 'CONV REVERSED');
    const again = { ...first, ...place(1, 3), STP_EVENT_DATE: '20050505' };
    expect(said('san-diego-2020', [first, reversed, again])).toEqual([
      'INF 02-0130 out_of_scope',
      'INF 02-0130 reduce redesignation',
    ]);
  });

  test('by the very same row has no longer a sentence', () => {
    const recent = { ...first, STP_EVENT_DATE: '20160303', OFN: 'INF160130', SENT_ORDER: '001' };
    expect(said('hs-11361.9', [recent, recent]).join()).not.toMatch(/needs_review|recall/);
  });

  test('in another county is another case', () => {
    const elsewhere = { STP_ORI_DESCR: 'CASC MONO', STP_ORI_CNTY_NAME: 'MONO', ...place(2, 1) };
    expect(said('la-2020', [first, { ...first, ...elsewhere }, last])).toContain('INF090815 not_eligible');
  });
});

describe('a case that was left open', () => {
  const michigan = (at: Cells, date: string, number: string, disposition: string, offense = '750.356 MCL-LARCENY') =>
    court(at, date, number, disposition, {
      OFFENSE_DESCR: offense,
      STP_ORI_CNTY_NAME: 'WAYNE',
      CONV_STAT_DESCR: 'MISDEMEANOR',
    });
  const own = michigan(place(3, 1), '20110808', '11-77', 'CONVICTED-JAIL', '333.7403(2)(D) MCL-POSS');
  const open = michigan(place(1, 1), '20120202', '12-0455', 'CONTINUED');

  test.each([
    ['settled in a later step', michigan(place(1, 2), '20121010', '120455', 'DISMISSED'), 'dismiss'],
    ['settled in a later cycle', michigan(place(2, 1), '20121010', '12-0455', 'ACQUITTED'), 'dismiss'],
    ['left where another case is dismissed', michigan(place(1, 2), '20121010', '12-0999', 'DISMISSED'), 'not_eligible'],
    [
      'left where only another count is dismissed',
      michigan(place(1, 2, 2), '20121010', '12-0455', 'DISMISSED', '257.602 MCL'),
      'needs_review',
    ],
  ])('%s', (_, later, outcome) => {
    expect(said('mi-clean-slate', [open, later, own])).toEqual([`11-77 ${outcome}`]);
  });
});

describe('what a juvenile court found', () => {
  const found = (disposition: string, offense = '11358 HS-CULT') =>
    court(place(1, 1), '20030505', 'JV0312', disposition, { STP_ORI_DESCR: 'CAJV INYO', OFFENSE_DESCR: offense });
  const adult = court(place(2, 1), '20090404', 'INF090404', 'CONVICTED', sentenced('30D JAIL'));

  test.each(['PETITION SUSTAINED', 'PET SUSTAINED-602 WI', 'ADJUDGED WARD OF COURT', 'DECLARED WARD', 'ADJUDICATED'])(
    'goes to a person: %s',
    (text) => {
      expect(said('san-diego-2020', [found(text)])).toEqual(['JV0312 needs_review']);
      const history = buildHistory([writtenRow(1, { PRI_DOB: '19880101', ...found(text) })]);
      const by = presetNamed('prop64-dismiss-all');
      const [made] = by ? evaluate(history, by, { county: 'INYO', asOf: localDate('2020-02-13') }) : [];
      expect([made?.legalBasis, made?.citation]).toEqual(['HS 11361.8(m)', 'HS 11361.8(m); WIC 203, 602, 781, 786']);
    },
  );

  test.each([{ COMMENT_TEXT: '11359 HS' }, {}])('goes to a person where WI 602 stands for the offense: %j', (more) => {
    const row = { ...found('PETITION SUSTAINED', '602 WI-JUVENILE'), ...more };
    expect(said('san-diego-2020', [row])).toEqual(['JV0312 needs_review']);
  });

  test('is no conviction, unless it may be a strike', () => {
    expect(said('sacramento-2019', [found('PETITION SUSTAINED', '459 PC'), adult])).toEqual(['INF090404 dismiss']);
    expect(said('la-2020', [found('PETITION SUSTAINED', '187(A) PC'), adult])).toEqual(['INF090404 needs_review']);
  });

  test('and sealed is over', () => {
    const sealed = court(place(1, 2), '20110606', 'JV0312', 'SEALED PER 781 WI', {
      STP_ORI_DESCR: 'CAJV INYO',
      OFFENSE_DESCR: '11358 HS-CULT',
    });
    expect(said('san-diego-2020', [found('ADJUDGED WARD'), sealed])).toEqual(['JV0312 out_of_scope']);
  });
});

test.each(['BAIL FORFEITED', 'BAIL FORFEITURE', 'BAIL FORF', 'FORFEITED BAIL-CASE CLOSED'])(
  '%s is for a person',
  (text) => {
    const row = court(place(1, 1), '19840909', 'T8421', text, {
      OFFENSE_DESCR: '11357(B) HS',
      CONV_STAT_DESCR: 'MISDEMEANOR',
    });
    expect(said('san-diego-2020', [row])).toEqual(['T8421 needs_review']);
    expect(said('san-diego-2020', [{ ...row, STP_TYPE_DESCR: 'CITED' }])).toEqual(['T8421 needs_review']);
  },
);

describe('a number in two spellings', () => {
  const convicted = (number: string) => court(place(1, 1), '20040301', number, 'CONVICTED');

  test.each([
    ['INF04-2201', 'inf 04 2201', 'out_of_scope'],
    ['INF042201-02', 'INF042201', 'out_of_scope'],
    ['0042201', '42201', 'out_of_scope'],
    ['42201', 'INF42201', 'needs_review'],
    ['INF04-002201', 'INF04-2201', 'needs_review'],
    ['INF042201', 'INF042202', 'reduce redesignation'],
  ])('%s and %s', (one, other, outcome) => {
    const vacated = court(place(2, 1), '20100301', other, 'CONV VACATED PER 1473.7 PC');
    expect(said('san-diego-2020', [convicted(one), vacated])).toEqual([`${one} ${outcome}`]);
  });
});
