import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setAside } from './set-aside.ts';

const folderWith = (...names: string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'clearance-set-aside-'));
  mkdirSync(join(folder, 'postgres'));
  for (const name of names) writeFileSync(join(folder, name), name);
  return folder;
};

it('moves everything that an older version kept, and nothing of the one that runs', () => {
  const folder = folderWith('demo-made', 'master-key', 'running', '.gitignore');
  const to = setAside(folder, ['demo-made']);
  expect(readdirSync(to ?? '').sort()).toEqual(['demo-made', 'master-key', 'postgres']);
  expect(existsSync(join(folder, 'running'))).toBe(true);
  expect(setAside(folder, ['demo-made'])).toBeUndefined();
});

it('leaves what is of this version where it is', () => {
  const folder = folderWith('made-3', 'master-key');
  expect(setAside(folder, ['demo-made'])).toBeUndefined();
  expect(readdirSync(folder).sort()).toEqual(['made-3', 'master-key', 'postgres']);
});
