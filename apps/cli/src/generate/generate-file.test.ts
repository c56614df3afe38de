import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '@clearance/record';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateFile } from './generate-file.ts';

describe('a generated county', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearance-generate-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const options = { county: 'YOLO', rows: 500, asOf: localDate('2026-01-01'), dirty: 0.02 };
  const make = async (name: string, seed: number) => {
    const out = join(folder, name);
    const totals = await generateFile({ ...options, seed, out }, () => undefined);
    const [file, truth] = [readFileSync(out), readFileSync(`${out}.truth.csv`, 'utf8')];
    return { totals, file, truth };
  };

  it('has the same bytes for the same seed and others for another', async () => {
    const [one, same, other] = [await make('a', 7), await make('b', 7), await make('c', 8)];
    expect(same.file.equals(one.file)).toBe(true);
    expect(same.truth).toBe(one.truth);
    expect(other.file.equals(one.file)).toBe(false);
  });

  it('has as many rows as were asked for and a line of truth for each conviction in scope', async () => {
    const { totals, file, truth } = await make('a', 7);
    const inScope = Object.values(totals.inScope).reduce((sum, count) => sum + count);
    expect(totals).toMatchObject({ rows: 500, damaged: 10, bytes: file.length });
    expect(truth.trimEnd().split('\n')).toHaveLength(1 + inScope);
  });

  it('leaves no half file where it cannot be written', async () => {
    const out = join(folder, 'absent', 'a');
    await expect(generateFile({ ...options, seed: 1, out }, () => undefined)).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual([]);
  });
});
