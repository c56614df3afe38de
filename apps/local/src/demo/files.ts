import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { built, type Surroundings } from '../processes.ts';
import { EMPTY, FULL } from './people.ts';

interface Made {
  readonly county: string;
  readonly rows: number;
  readonly seed: number;
  readonly dirty: number;
  readonly name: string;
}

/** About 2,750 people with a conviction in scope, and a ready file with a few rows that cannot be read. */
export const fullFile = (rows: number): Made => ({
  ...{ county: FULL, rows, seed: 2026, dirty: 0.0002, name: 'sacramento.dat' },
});
export const readyFile = (rows: number): Made => ({
  ...{ county: EMPTY, rows: Math.ceil(rows * 0.12), seed: 1850, dirty: 0.002, name: 'san-joaquin.dat' },
});

/** Invents a county's file (anew, where an earlier start was broken off) below `demo/` with the command that anybody can use; answers where it is. */
export async function makeFile(here: Surroundings, { county, rows, seed, dirty, name }: Made): Promise<string> {
  const folder = join(here.folder, 'demo');
  mkdirSync(folder, { recursive: true });
  const out = join(folder, name);
  const numbers = ['--rows', String(rows), '--seed', String(seed), '--dirty', String(dirty)];
  await promisify(execFile)(process.execPath, [
    ...[built(here.root, 'cli', 'main.js'), 'generate', '--county', county, ...numbers, '--out', out, '--force'],
  ]);
  return out;
}
