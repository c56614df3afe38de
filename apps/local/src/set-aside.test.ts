import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setAside } from './set-aside.ts';

const at = new Date('2026-11-30T12:00:00Z');
const emptyFolder = () => mkdtempSync(join(tmpdir(), 'clearance-set-aside-'));
const folderWith = (...names: string[]) => {
  const folder = emptyFolder();
  for (const name of names) writeFileSync(join(folder, name), name);
  return folder;
};

it('moves everything that was kept, and nothing of the program that runs', () => {
  const folder = folderWith('demo-made', 'master-key', 'running', '.gitignore');
  mkdirSync(join(folder, 'postgres'));
  const to = setAside(folder, at);
  expect(to).toBe(join(folder, 'older-20261130120000'));
  expect(readdirSync(to ?? '').sort()).toEqual(['demo-made', 'master-key', 'postgres']);
  expect(existsSync(join(folder, 'running'))).toBe(true);
  expect(setAside(folder, at)).toBeUndefined();
});

it('keeps what was set aside before, also in the same second', () => {
  const folder = folderWith('master-key');
  const first = setAside(folder, at);
  writeFileSync(join(folder, 'master-key'), 'another');
  const second = setAside(folder, at);
  expect(second).not.toBe(first);
  expect(readFileSync(join(first ?? '', 'master-key'), 'utf8')).toBe('master-key');
  expect(readFileSync(join(second ?? '', 'master-key'), 'utf8')).toBe('another');
});

it('a database that is only linked from the folder leaves its place to the next one', () => {
  const [folder, elsewhere] = [emptyFolder(), emptyFolder()];
  mkdirSync(join(elsewhere, 'home', 'postgres'), { recursive: true });
  writeFileSync(join(elsewhere, 'home', 'postgres', 'PG_VERSION'), '18');
  symlinkSync(join(elsewhere, 'home', 'postgres'), join(folder, 'postgres'));
  const to = setAside(folder, at);
  expect(existsSync(join(elsewhere, 'home'))).toBe(false);
  expect(readFileSync(join(to ?? '', 'postgres', 'PG_VERSION'), 'utf8')).toBe('18');
});
