import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { generateCommand } from './command.ts';

let folder: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearance-generate-'));
  said = '';
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const generate = (...more: string[]) =>
  generateCommand()
    .configureOutput({ writeErr: (text) => (said += text) })
    .parseAsync(['--county', 'YOLO', '--rows', '50', '--out', join(folder, 'yolo.dat'), ...more], { from: 'user' });

it.each(['yolo.dat', 'yolo.dat.truth.csv'])('writes over %s that is there with --force only', async (name) => {
  writeFileSync(join(folder, name), 'as it was');
  await expect(generate()).rejects.toThrow(CommanderError);
  expect(said).toMatch(new RegExp(`${name} is there already; it is written over with --force only\\n$`));
  expect(readdirSync(folder)).toEqual([name]);
  expect(readFileSync(join(folder, name), 'utf8')).toBe('as it was');
  await generate('--force');
  expect(readdirSync(folder).sort()).toEqual(['yolo.dat', 'yolo.dat.truth.csv']);
  expect(readFileSync(join(folder, name), 'utf8')).not.toContain('as it was');
});

it('writes what nobody else may read', async () => {
  await generate();
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

it('says so in its help', () => {
  expect(generateCommand().helpInformation()).toMatch(/--force +writes over a file that is there already/);
});
