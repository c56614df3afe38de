import type { Determination } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { determinationSentence, traceText } from './trace-text.ts';
import type { TraceView } from './trace-view.ts';

const determination: Determination = {
  convictionKey: 'k',
  outcome: 'needs_review',
  ruleId: 'undecided',
  reason: 'Not known: the date of birth.',
  legalBasis: 'HS 11361.9',
  citation: 'HS 11361.9(b)',
  unknownFacts: [{ fact: 'birth_date', why: 'it is missing', cells: ['12:PRI_DOB'] }],
  flags: [],
  facts: {
    caseNumber: 'A1',
    offense: '11358 HS',
    section: 'HS 11358',
    severity: 'felony',
    dateText: 'unknown',
    disposition: 'CONVICTED',
    court: 'C',
  },
  trace: {
    dialect: 'standard/1',
    policy: 'la-2020',
    policyVersion: '1.0.0',
    asOf: '2020-02-13',
    county: 'LOS ANGELES',
    steps: [
      {
        rule: 'fifty',
        title: 'The person is 50 or older.',
        outcome: 'dismiss',
        cite: 'HS 11361.8(e)',
        result: 'unknown',
        terms: [
          {
            label: 'the person is 50 or older',
            value: 'unknown',
            cells: ['12:PRI_DOB'],
            arithmetic: 'no date to add to',
            result: 'unknown',
            group: 'any 1',
          },
        ],
      },
    ],
  },
  wouldQualifyIf: ['the person is 50 or older'],
};
const view: TraceView = {
  determination,
  policyName: 'Los Angeles 2020',
  policyVersion: 2,
  asOf: '2020-02-13',
  historyDigest: 'd',
  decidedAt: null,
  flagRows: [],
  movedLines: {},
  earlier: [],
};
const subject = { name: 'DOE, JANE', section: 'unknown', caseNumber: '', date: null, court: 'C' };

describe('the reasons as text', () => {
  it('say the determination in one sentence', () => {
    expect(determinationSentence(determination)).toBe('Needs review: Not known: the date of birth (HS 11361.9(b)).');
    expect(
      determinationSentence({ ...determination, outcome: 'refer', agency: 'Long Beach City Prosecutor' }),
    ).toContain('Refer to Long Beach City Prosecutor:');
  });

  it('hold the rules, values, arithmetic, sources, missing facts and what would qualify', () => {
    expect(traceText(subject, view, [])).toBe(
      [
        'DOE, JANE, Section unreadable, case not given, date unknown, C',
        'Needs review: Not known: the date of birth (HS 11361.9(b)).',
        'Policy Los Angeles 2020, version 2, as of Feb 13, 2020. Legal basis: HS 11361.9.',
        'Not known: the date of birth: it is missing [line 12 · Date of birth]. The booking sheet or the court’s file has the date.',
        '',
        '1. The person is 50 or older. (HS 11361.8(e)): unknown',
        '   - one of these is enough: the person is 50 or older: unknown; no date to add to: unknown [line 12 · Date of birth]',
        '',
        'Would qualify if:',
        '   - the person is 50 or older',
      ].join('\n'),
    );
  });

  it('say so where the policy has not spoken yet', () => {
    expect(traceText(subject, { ...view, determination: null }, [])).toContain('Not evaluated yet.');
  });
});
