import { defaultSettings } from '@clearance/contract';
import { describe, expect, it } from 'vitest';
import { changeWords, finality, sizeWords, undoWords } from './setting-words.ts';

describe('the words of the settings', () => {
  it('say the time to take back in hours, and in days where it is whole ones', () => {
    expect([0, 1, 24, 36, 48, 168].map(undoWords)).toEqual([
      'not at all',
      '1 hour',
      '24 hours',
      '36 hours',
      '2 days',
      '7 days',
    ]);
  });

  it('say before the signature how final it is', () => {
    expect(finality(0, 'dismiss', 412)).toBe(
      'There is no time to take these back: they are released at once, for good.',
    );
    expect(finality(0, 'dismiss', 1)).toBe('There is no time to take this back: it is released at once, for good.');
    expect(finality(0, 'refer', 2)).toBe('There is no time to take these back: they are decided at once, for good.');
    expect(finality(72, 'reduce', 412)).toBe(
      'They can be taken back for 3 days. After that they are released for good.',
    );
    expect(finality(24, undefined, 412)).toBe(
      'They can be taken back for 24 hours. After that they are decided for good.',
    );
  });

  it('say what a demand costs by examples', () => {
    expect(sizeWords({ confidence: 0.95, tolerated: 0.05 })).toMatch(/^\d+ of 100, \d+ of 1,000, 59 of 10,000$/);
  });

  it('say only what changes', () => {
    expect(changeWords(defaultSettings, defaultSettings)).toEqual([]);
    const [undo, ...others] = changeWords(defaultSettings, { ...defaultSettings, undoHours: 72 });
    expect(undo).toBe(
      'Approvals made from now on can be taken back for 3 days. Until now it was 24 hours. Those made already keep their time.',
    );
    expect(others).toEqual([]);
    expect(changeWords({ ...defaultSettings, undoHours: 0 }, defaultSettings)[0]).toBe(
      'Approvals made from now on can be taken back for 24 hours. Until now they could not be. Those made already keep their time.',
    );
    expect(changeWords(defaultSettings, { ...defaultSettings, undoHours: 0 })[0]).toBe(
      'Approvals made from now on are released at once and cannot be taken back. Until now it was 24 hours. Those made already keep their time.',
    );
    expect(changeWords(defaultSettings, { ...defaultSettings, sampleTolerated: 0.01 })[0]).toContain(
      'fewer than 1 in 100 are wrong. Until now it was fewer than 5 in 100, with 95%.',
    );
  });

  it('say which words of letters change', () => {
    const after = { ...defaultSettings, officeName: 'District Attorney', officeContact: '530 555 0100' };
    expect(changeWords(defaultSettings, after)).toEqual([
      'Letters made from now on have another office name, contact.',
    ]);
  });

  it('say when a sample becomes weaker, and not when it becomes stronger', () => {
    const weaker = /^A smaller sample shows less: of 10,000 convictions 29 are looked at instead of 59/;
    expect(changeWords(defaultSettings, { ...defaultSettings, sampleTolerated: 0.1 })[1]).toMatch(weaker);
    expect(changeWords(defaultSettings, { ...defaultSettings, sampleConfidence: 0.9 })[1]).toMatch(/^A smaller sample/);
    expect(changeWords(defaultSettings, { ...defaultSettings, sampleTolerated: 0.01 })).toHaveLength(1);
    expect(changeWords(defaultSettings, { ...defaultSettings, undoHours: 0 })).toHaveLength(1);
  });

  it('says whom the notice of unusual reading will be about', () => {
    const [says, ...more] = changeWords(defaultSettings, { ...defaultSettings, peoplePerHour: 200 });
    expect(more).toEqual([]);
    expect(says).toContain('more than 200 people an hour');
    expect(says).toContain('more than 1,000 people an hour');
  });
});
