import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissions } from '@clearance/contract';
import { expect, it } from 'vitest';
import { doneHere, refusedHere } from './action-table.ts';

/** What stands in an action that the code puts together, by its noun. */
const assembled: Readonly<Record<string, readonly string[]>> = {
  policy_draft: ['create', 'change', 'delete'],
  bulk_review: ['recommend', 'approve', 'return', 'withdraw', 'undo'],
  recommendation: ['ask_for_facts', 'withdraw'],
  approval: ['approve', 'return'],
  work: ['resume', 'cancel'],
};
const libs = join(import.meta.dirname, '../../../../libs');
const sources = readdirSync(libs, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/src\/.*\.ts$/.test(path) && !/\.test\.ts$/.test(path))
  .map((path) => readFileSync(join(libs, path), 'utf8'));
const found = (pattern: RegExp) =>
  [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code)))].sort();

const written = found(/\baction: [^\n]*?'([a-z_]+\.[a-z_]+)'/g);
const nouns = found(/`([a-z_]+)\.\$\{[a-zA-Z.]*(?:verb|act|decision|verdict)\}`/g);

it('reads the actions out of the code', () => {
  expect(written.length).toBeGreaterThan(40);
  expect(written).toContain('audit_log.recover');
  expect(nouns).toEqual(Object.keys(assembled).sort());
});

it('has a sentence for everything that the code writes into the log', () => {
  const all = [...written, ...nouns.flatMap((noun) => (assembled[noun] ?? []).map((verb) => `${noun}.${verb}`))];
  expect(all.filter((code) => !doneHere[code])).toEqual([]);
});

it('has a sentence for every permission that somebody may lack', () => {
  const codes = Object.keys(permissions).map((name) => name.split(' ').reverse().join('.'));
  expect(codes.filter((code) => !doneHere[code] && !refusedHere[code])).toEqual([]);
});
