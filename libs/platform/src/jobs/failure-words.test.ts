import { describe, expect, it } from 'vitest';
import { FileFault } from '../files/file-fault.ts';
import { failureWords, isDiskFull } from './failure-words.ts';

const fault = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {});

describe('why a job stopped', () => {
  it('is said in words that tell whom to ask', () => {
    expect(failureWords(fault('write', 'ENOSPC'))).toMatch(/^The disk of the server is full\./);
    expect(failureWords({ driverError: { code: '53100' } })).toMatch(/^The disk/);
    expect(failureWords(fault('connect', 'ECONNREFUSED'))).toMatch(/^The database could not be reached\./);
    expect(failureWords(new FileFault('a', 'damaged'))).toMatch(/^A stored file is damaged.*backup/);
    expect(failureWords(new FileFault('a', 'replaced'))).toMatch(/^Another file is in the place/);
    expect(failureWords(new FileFault('a', 'cut_short'))).toMatch(/^A stored file is cut short/);
    expect(failureWords(new FileFault('a', 'missing'))).toMatch(/^A stored file is not in its place/);
  });

  it('and that a full disk stopped it is known from every side', () => {
    expect(isDiskFull(fault('write', 'ENOSPC'))).toBe(true);
    expect(isDiskFull({ driverError: { code: '53100' } })).toBe(true);
    for (const other of [fault('connect', 'ECONNREFUSED'), fault('53100 rows'), undefined]) {
      expect(isDiskFull(other)).toBe(false);
    }
  });

  it('never repeats what the fault says: it may hold what is in a record', () => {
    for (const said of [fault('duplicate key (A12345678)', '23505'), 'a text', undefined, fault('DOE,JANE')]) {
      expect(failureWords(said)).toMatch(/^It failed several times in a row\. Nothing is lost/);
    }
  });
});
