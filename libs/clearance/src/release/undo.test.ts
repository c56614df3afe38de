import { describe, expect, it } from 'vitest';
import { decideUndo } from './undo.ts';

const at = new Date('2026-11-22T10:00:00Z');
const approved: Parameters<typeof decideUndo>[0] = {
  ...{ state: 'approved', version: 5, recommenderIds: ['her'], changed: false, vanished: false },
  ...{ since: at, releasesAt: new Date('2026-11-23T10:00:00Z') },
};
const undo = (found: Partial<Parameters<typeof decideUndo>[0]>) =>
  decideUndo({ ...approved, ...found }, { version: 5 }, 'me', at);

describe('taking an approval back', () => {
  it('has it wait for an approver again', () => {
    expect(undo({})).toBe('recommended');
  });

  it('is refused at once where the county gives no time for it', () => {
    expect(() => undo({ releasesAt: at })).toThrow(expect.objectContaining({ code: 'released_already' }) as Error);
  });

  it('is possible without any time where a newer file holds the release back', () => {
    expect(undo({ releasesAt: at, changed: true })).toBe('recommended');
    expect(undo({ releasesAt: at, vanished: true })).toBe('recommended');
  });
});
