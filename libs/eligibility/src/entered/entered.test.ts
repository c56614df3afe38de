import type { EnteredFact, EnteredValue, History } from '@clearance/record';
import { buildHistory, localDate } from '@clearance/record';
import { describe, expect, test } from 'vitest';

import type { Determination } from '../determination.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Policy } from '../policy/policy.ts';
import { presetNamed } from '../presets/presets.ts';
import type { SmallPerson } from '../testing/small-history.ts';
import { smallRows } from '../testing/small-history.ts';
import { context, personWith, policyOf } from '../testing/small-policy.ts';

const OWN = 'CASE101|001|11359 HS|20050101';
const SIGNED = { source: 'docket', reference: '98-1234', by: 'Mei Chen', on: localDate('2026-11-30') } as const;

function historyOf(person: SmallPerson, ...values: readonly EnteredValue[]): History {
  const entered = values.map((value, at): EnteredFact => ({ ...value, ...SIGNED, id: `fact-${at + 1}` }));
  return buildHistory(smallRows(person), undefined, { entered });
}

function on(policy: Policy, person: SmallPerson, ...values: readonly EnteredValue[]): Determination {
  const [first] = evaluate(historyOf(person, ...values), policy, context);
  if (!first) throw new RangeError('no conviction');
  return first;
}

const standings = ({ enteredFacts = [] }: Determination) => enteredFacts.map(({ standing }) => standing);
const born = (date: string): EnteredValue => ({ kind: 'birth_date', date: localDate(date) });
const fifty = policyOf([{ term: 'age_as_of', compare: 'at_least', years: 50 }, 'dismiss']);
const felony = policyOf(
  [{ term: 'severity', is: ['felony'] }, 'not_eligible'],
  [{ term: 'severity', is: ['misdemeanor'] }, 'dismiss'],
);
const complete = policyOf([{ term: 'sentences', are: 'complete', of: 'this_conviction' }, 'dismiss']);
const small = policyOf([{ term: 'amount', compare: 'at_most', grams: 30 }, 'dismiss']);
const everything = policyOf([{ term: 'severity', is: ['felony', 'misdemeanor', 'infraction'] }, 'dismiss']);

const kept: Policy = { ...everything, scope: { ...everything.scope, setAside: 'in_scope' } };

describe('what fills a gap of the file', () => {
  const unborn = personWith({}, { born: '' });

  test('tells an order that names no law from one that did more, where the policy keeps what was only set aside', () => {
    const unnamed = personWith({ later: ['CONV SET ASIDE & DISM'] });
    const found = (...texts: string[]) =>
      on(
        kept,
        unnamed,
        ...texts.map((text): EnteredValue => ({ kind: 'relief', conviction: OWN, means: 'relieved', text })),
      ).outcome;
    expect(found()).toBe('needs_review');
    expect(found('SET ASIDE')).toBe('needs_review');
    expect(found('DISMISSED PER 1203.4 PC')).toBe('dismiss');
    expect(found('CONV VACATED')).toBe('out_of_scope');
    expect(found('DISMISSED PER 1203.4 PC', 'CONV VACATED')).toBe('out_of_scope');
  });

  test('is taken, and its origin stands in the trace', () => {
    const found = on(fifty, unborn, born('1960-02-13'));
    expect(found.outcome).toBe('dismiss');
    expect(standings(found)).toEqual(['used']);
    const term = found.trace.steps.at(-1)?.terms[0];
    expect(term?.cells).toEqual(['entered:fact-1']);
    expect(term?.entered).toEqual(['born 1960-02-13: entered by Mei Chen on 2026-11-30 from the docket, 98-1234']);
    expect(found.flags).toContain('fact_entered');
  });

  test.each<[string, Policy, SmallPerson, EnteredValue]>([
    [
      'severity',
      felony,
      personWith({ severity: 'WOBBLER' }),
      { kind: 'severity', conviction: OWN, severity: 'misdemeanor' },
    ],
    ['amount', small, personWith({}), { kind: 'amount', conviction: OWN, grams: 28.5 }],
    [
      'end of the sentence',
      complete,
      personWith({ sentence: ['M'] }),
      { kind: 'sentence_end', conviction: OWN, date: localDate('2007-01-01') },
    ],
    [
      'disposition',
      everything,
      personWith({ disposition: '' }),
      { kind: 'disposition', conviction: OWN, means: 'convicted', text: 'CONVICTED' },
    ],
    [
      'later order',
      everything,
      personWith({ later: ['SEE FILE/HM'] }),
      { kind: 'relief', conviction: OWN, means: 'none', text: '' },
    ],
  ])('is taken of the %s', (_what, policy, person, value) => {
    expect(on(policy, person).outcome).toBe('needs_review');
    expect(on(policy, person, value).outcome).toBe('dismiss');
  });

  test('takes a conviction date, which the rules then reckon from', () => {
    const recent = policyOf([{ term: 'convicted', compare: 'before', date: '2000-01-01' }, 'dismiss']);
    const person = personWith({}, { date: '' });
    const key = historyOf(person).convictions[0]?.key ?? '';
    const value: EnteredValue = { kind: 'conviction_date', conviction: key, date: localDate('1999-12-31') };
    expect([on(recent, person).outcome, on(recent, person, value).outcome]).toEqual(['needs_review', 'dismiss']);
  });

  test('that a count ended without a conviction puts it out of scope, and takes it from the priors', () => {
    const value: EnteredValue = { kind: 'disposition', conviction: OWN, means: 'not_convicted', text: 'DISMISSED' };
    const found = on(everything, personWith({ disposition: '' }), value);
    expect([found.outcome, found.ruleId]).toEqual(['out_of_scope', 'not-convicted']);
    expect(found.flags).not.toContain('disposition_unknown');
  });

  test('takes a day of the offense no later than the arrest', () => {
    const young = policyOf([{ term: 'age_at_offense', compare: 'under', years: 21 }, 'dismiss']);
    const person = personWith({}, { born: '19850101', date: '20070101' });
    const key = historyOf(person).convictions[0]?.key ?? '';
    const offense = (date: string): EnteredValue => ({ kind: 'offense_date', conviction: key, date: localDate(date) });
    expect(on(young, person).outcome).toBe('needs_review');
    expect(on(young, person, offense('2005-06-01')).outcome).toBe('dismiss');
    const late = on(young, person, offense('2007-02-01'));
    expect([late.outcome, ...standings(late)]).toEqual(['needs_review', 'contradicts_file']);
  });
});

describe('what contradicts the file', () => {
  test.each<[string, Policy, SmallPerson, EnteredValue, string]>([
    [
      'birth date',
      fifty,
      personWith({}, { born: '19800101' }),
      born('1960-02-13'),
      'the file says 1980-01-01, and 1960-02-13 was entered',
    ],
    [
      'year of birth',
      fifty,
      personWith({}, { born: '19800000' }),
      born('1960-02-13'),
      'the file says between 1980-01-01 and 1980-12-31, and 1960-02-13 was entered',
    ],
    [
      'severity',
      felony,
      personWith({}),
      { kind: 'severity', conviction: OWN, severity: 'misdemeanor' },
      'the file says felony, and misdemeanor was entered',
    ],
    [
      'disposition',
      everything,
      personWith({}),
      { kind: 'disposition', conviction: OWN, means: 'not_convicted', text: 'DISMISSED' },
      'the file says "CONVICTED", and "DISMISSED" was entered',
    ],
    [
      'silence about a later order',
      everything,
      personWith({}),
      { kind: 'relief', conviction: OWN, means: 'relieved', text: 'CONV SET ASIDE & DISM PER 1203.4 PC' },
      'the file says no later order, and "CONV SET ASIDE & DISM PER 1203.4 PC" was entered',
    ],
  ])('in the %s never wins in silence', (_what, policy, person, value, why) => {
    const found = on(policy, person, value);
    expect([found.outcome, ...standings(found)]).toEqual(['needs_review', 'contradicts_file']);
    expect(found.unknownFacts.map((each) => each.why)).toContain(why);
  });

  test('as another fact does: of two that were entered neither is taken', () => {
    const found = on(fifty, personWith({}, { born: '' }), born('1960-02-13'), born('1985-02-13'));
    expect([found.outcome, ...standings(found)]).toEqual(['needs_review', 'disputed', 'disputed']);
    expect(found.unknownFacts[0]?.why).toBe('different things were entered: 1960-02-13 and 1985-02-13');
  });

  test('about a conviction that is not in the history is told, and changes nothing', () => {
    const found = on(felony, personWith({}), { kind: 'severity', conviction: 'X|1|2|3', severity: 'infraction' });
    expect([found.outcome, ...standings(found)]).toEqual(['not_eligible', 'no_such_conviction']);
  });
});

describe('of rows that contradict each other', () => {
  const twice = (...values: readonly EnteredValue[]) => {
    const rows = smallRows(personWith({}, { born: '19600101' })).map((row, at) =>
      at === 0 ? row : { ...row, cells: row.cells.map((cell) => (cell === '19600101' ? '19800101' : cell)) },
    );
    const entered = values.map((value, at): EnteredFact => ({ ...value, ...SIGNED, id: `fact-${at + 1}` }));
    const [found] = evaluate(buildHistory(rows, undefined, { entered }), fifty, context);
    return found;
  };

  test('what one of them says, entered, settles which is right', () => {
    expect(twice()?.outcome).toBe('needs_review');
    expect(twice(born('1960-01-01'))?.outcome).toBe('dismiss');
    expect(twice(born('1980-01-01'))?.ruleId).toBe('otherwise');
  });

  test('what neither of them says contradicts both', () => {
    const found = twice(born('1965-01-01'));
    expect([found?.outcome, found?.enteredFacts?.[0]?.standing]).toEqual(['needs_review', 'contradicts_file']);
  });

  test('two severities of one count are settled alike', () => {
    const person = personWith({ severity: 'FELONY', later: ['CONVICTED'] });
    const rows = smallRows(person);
    const last = rows.length - 1;
    const at = rows[1]?.cells.indexOf('FELONY') ?? -1;
    const mixed = rows.map((row, index) =>
      index === last ? { ...row, cells: row.cells.map((cell, column) => (column === at ? 'MISDEMEANOR' : cell)) } : row,
    );
    const outcome = (severity?: 'felony' | 'misdemeanor' | 'infraction') => {
      const value = severity && ({ kind: 'severity', conviction: OWN, severity, id: 'fact-1', ...SIGNED } as const);
      const [found] = evaluate(buildHistory(mixed, undefined, { entered: value ? [value] : [] }), felony, context);
      return found?.outcome;
    };
    expect([outcome(), outcome('misdemeanor'), outcome('felony'), outcome('infraction')]).toEqual([
      ...['needs_review', 'dismiss', 'not_eligible', 'needs_review'],
    ]);
  });

  test('a birth date after a conviction is settled by either date, and not by one that contradicts the rest again', () => {
    const person = personWith({}, { born: '20040101' });
    expect(on(fifty, person).flags).toContain('dates_contradict');
    const right = on(fifty, person, born('1960-01-01'));
    expect([right.outcome, ...right.flags]).toEqual(['dismiss', 'fact_entered']);
    expect(on(fifty, person, born('2003-01-01')).flags).toContain('dates_contradict');
    const dated: EnteredValue = { kind: 'conviction_date', conviction: OWN, date: localDate('2018-05-01') };
    expect(on(fifty, person, dated).flags).not.toContain('dates_contradict');
  });
});

describe('what is not the same person', () => {
  const la = presetNamed('la-2020') as Policy;
  const person: SmallPerson = {
    born: '19800101',
    cases: [
      { date: '20050101', counts: [{ offense: '11359 HS-SALE' }] },
      { date: '20030101', counts: [{ offense: '187(A) PC-MURDER' }] },
      { date: '20190101', counts: [{ offense: '459 PC-BURGLARY' }] },
    ],
  };
  const murder = 'CASE102|001|187(A) PC|20030101';
  const burglary = 'CASE103|001|459 PC|20190101';
  const notTheirs = (conviction: string, scope: 'conviction' | 'cycle' = 'conviction'): EnteredValue => ({
    ...{ kind: 'not_same_person', conviction, scope },
  });

  test('does not count as a prior', () => {
    expect(on(la, person).ruleId).toBe('super-strike-before');
    const found = on(la, person, notTheirs(murder), notTheirs(burglary));
    expect([found.outcome, found.ruleId]).toEqual(['dismiss', 'ten-years-felony-free']);
    expect(found.flags).not.toContain('super_strike');
  });

  test('is never decided: it goes to a person', () => {
    const found = on(everything, person, notTheirs(OWN));
    expect([found.outcome, found.unknownFacts[0]?.fact]).toEqual(['needs_review', 'identity']);
  });

  test('takes a whole cycle with its other rows, and leaves the rest of the record', () => {
    const rows = smallRows({ ...person, born: '' });
    const theirs = rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) => (at >= 4 && column === BIRTH ? '19600101' : cell)),
    }));
    const entered = (scope: 'conviction' | 'cycle'): EnteredFact[] => [
      { ...notTheirs(burglary, scope), ...SIGNED, id: 'fact-1' },
    ];
    const birthIn = (scope: 'conviction' | 'cycle') =>
      evaluate(buildHistory(theirs, undefined, { entered: entered(scope) }), fifty, context)[0]?.outcome;
    // The arrest of that cycle still gives the birth date of somebody else where only the count is not theirs.
    expect([birthIn('conviction'), birthIn('cycle')]).toEqual(['dismiss', 'needs_review']);
  });
});

const BIRTH = smallRows(personWith({}, { born: '19111111' }))[0]?.cells.indexOf('19111111') ?? -1;
