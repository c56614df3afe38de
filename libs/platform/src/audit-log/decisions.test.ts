import { describe, expect, it } from 'vitest';
import { isDecision } from './decisions.ts';

describe('while the log is damaged', () => {
  it.each(['conviction.list', 'conviction.view', 'determination.view', 'fact.list_awaited', 'import.view_rejected'])(
    '%s goes on: looking is how the damage is found',
    (action) => expect(isDecision({ action })).toBe(false),
  );

  it.each(['approval.approve', 'determination.record', 'conviction.release', 'import.create', 'fact.enter'])(
    '%s is refused: it decides',
    (action) => expect(isDecision({ action })).toBe(true),
  );

  it('an act of an unknown verb about a conviction is taken for a decision', () => {
    expect(isDecision({ action: 'conviction.something' })).toBe(true);
  });

  it('a refused attempt is no decision', () => {
    expect(isDecision({ action: 'approval.approve', outcome: 'refused' })).toBe(false);
  });
});
