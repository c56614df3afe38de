import { describe, expect, it } from 'vitest';
import { detailWords } from './detail-words.ts';
import { stateOfAct } from './state-words.ts';

describe('what was so before and after', () => {
  it('says a conviction’s state as the queue does', () => expect(stateOfAct('recommended')).toBe('To approve'));
  it('says somebody’s access by status and roles', () => {
    expect(stateOfAct('active approver+reviewer')).toBe('Active, Approver and Reviewer');
    expect(stateOfAct('county_admin')).toBe('County administrator');
  });
  it('reads any other from its code', () => expect(stateOfAct('half_open')).toBe('Half open'));
});

describe('the facts of an act', () => {
  it('says them in words and keeps checksums and codes for the technical details', () => {
    expect(
      detailWords({
        expectedCount: 1412,
        decision: 'ask_for_facts',
        again: true,
        sha256: 'ab'.repeat(32),
        decision2: '',
      }),
    ).toEqual([
      { label: 'Expected count', value: '1,412', technical: false },
      { label: 'Decision', value: 'Ask for facts', technical: false },
      { label: 'Again', value: 'Yes', technical: false },
      { label: 'Sha256', value: 'ab'.repeat(32), technical: true },
    ]);
  });
  it('says outcomes, sizes and dates as the rest of the console does', () => {
    const values = detailWords({ outcome: 'needs_review', bytes: 412334120, asOf: '2026-11-22', decision: 'dismiss' });
    expect(values.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Determination: Needs review',
      'Size: 412.3 MB',
      'As of: Nov 22, 2026',
      'Decision: Dismissal',
    ]);
  });
  it('says where checkpoints were sent', () => {
    expect(['mail webhook folder', 'webhook', 'none'].map(stateOfAct)).toEqual([
      'Mail and web address and folder',
      'Web address',
      'None',
    ]);
  });
});
