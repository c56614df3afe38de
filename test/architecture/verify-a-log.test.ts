import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { auditCsvHeader, parseVerifierKeys, verifyBundle, type BundleFile } from '@clearance/audit';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../apps/cli/src/verify/words.ts';
import { doneHere, refusedHere } from '../../apps/console/src/audit-events/action-table.ts';
import { ENTRY_PATHS } from '../../libs/audit/src/entry.ts';
import { kindOf } from '../../libs/audit/src/ocsf-kinds.ts';
import { ocsfEvent } from '../../libs/audit/src/ocsf.ts';
import { approval } from '../../libs/audit/testing/entries.ts';
import { ocsfProblems } from '../../libs/audit/testing/ocsf-schema.ts';
import { vectorFiles, type Change, type VectorCase } from '../../libs/audit/testing/vectors.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const folder = join(docs, 'vectors');
const page = readFileSync(join(docs, 'verify-a-log.md'), 'utf8');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** The cells of the table under a heading, row by row, without their code marks. */
function tableUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`\n${heading}\n`);
  const rows =
    section
      .split(/\n#+ /)[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? [];
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}
const firstCells = (heading: string) => tableUnder(heading).map(([cell = '']) => cell);
/** The paths of all values; those of a list are `name[]`. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  if (Array.isArray(value))
    return value.length === 0 ? [`${path}[]`] : value.flatMap((one) => pathsOf(one, `${path}[]`));
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, path === '' ? key : `${path}.${key}`));
}
const sorted = (all: Iterable<string>) => [...new Set(all)].sort();

describe('the vectors', () => {
  it('are what the code makes: write them again with -u', async () => {
    const files = vectorFiles();
    for (const [path, text] of Object.entries(files)) await expect(text).toMatchFileSnapshot(join(folder, path));
    const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(there).toHaveLength(Object.keys(files).length);
  });

  const cases = JSON.parse(read('cases.json')) as VectorCase[];
  it.each(cases.map((one) => [one.name, one] as const))('give the expected answer: %s', async (_name, one) => {
    const files = new Map(readdirSync(join(folder, one.bundle)).map((file) => [file, read(`${one.bundle}/${file}`)]));
    change(files, one.change ?? {});
    const verdict = await verifyBundle((name) => streamOf(files, name), {
      keys: one.keys === undefined ? undefined : parseVerifierKeys(read(one.keys)),
      older: one.older === undefined ? undefined : read(one.older),
    });
    const { proved, ...expected } = one.expected;
    expect(verdict).toMatchObject({ ok: proved, ...expected });
  });
});

describe('docs/verify-a-log.md', () => {
  it('names every field of an entry', () => {
    expect(firstCells('### Fields of an entry')).toEqual(sorted(ENTRY_PATHS));
  });

  it('names every column of the table, in its order', () => {
    expect(firstCells('### events.csv')).toEqual(auditCsvHeader.trimEnd().split(','));
  });

  it('names every field of the manifest and of the proof', () => {
    expect(sorted(firstCells('### manifest.json').map((path) => path.replace('FILE', 'proof')))).toEqual(
      sorted(
        pathsOf(JSON.parse(read('range/manifest.json')))
          .filter((path) => !/^files\.(?!proof)/.test(path))
          .concat('export.filter'),
      ),
    );
    const headers = ['range', 'chosen'].map(
      (name) => JSON.parse(read(`${name}/proof`).split('\n')[0] ?? '') as unknown,
    );
    expect(sorted(firstCells('### proof'))).toEqual(sorted(headers.flatMap((header) => pathsOf(header))));
  });

  it('names everything that an OCSF event holds', () => {
    const events = Object.keys(BUNDLE_EVENTS).flatMap((path) => read(path).trimEnd().split('\n'));
    const paths = events.flatMap((line) => pathsOf(JSON.parse(line)));
    const documented = firstCells('### events.ocsf.jsonl');
    expect(
      sorted(
        paths.map((path) => path.replace(/^unmapped\..*/, 'unmapped')).filter((path) => !documented.includes(path)),
      ),
    ).toEqual([]);
  });

  it('names every action, with its class and activity, and no other', () => {
    const actions = [...Object.keys(doneHere), ...Object.keys(refusedHere)];
    const rows = sorted(actions).map((action) => {
      const { class_uid, caption } = kindOf({ action, ...(STATED.has(action) ? { stateAfter: 'x' } : {}) });
      return [action, `${class_uid} ${caption}`];
    });
    expect(tableUnder('### Actions').map(([action, kind]) => [action, kind])).toEqual(rows);
  });

  it('has an event for every action and outcome that the published schema accepts', () => {
    for (const action of [...Object.keys(doneHere), ...Object.keys(refusedHere)]) {
      for (const outcome of ['success', 'refused', 'failed'] as const) {
        for (const stated of [true, false]) {
          const { stateAfter, ...entry } = { ...approval(1), action, outcome };
          const event = ocsfEvent(stated ? { ...entry, stateAfter } : entry, 'f'.repeat(64));
          expect([action, ocsfProblems(JSON.parse(JSON.stringify(event)) as object)]).toEqual([action, []]);
        }
      }
    }
  });

  it('names every reason for which a bundle is refused, and no other', () => {
    expect(firstCells('## Reasons')).toEqual(sorted(REASONS));
  });
});

const BUNDLE_EVENTS = { 'range/events.ocsf.jsonl': true, 'second-key/events.ocsf.jsonl': true } as const;
/** Acts on members that say which privileges they give. */
const STATED = new Set(['member.change', 'member.create']);

function change(files: Map<string, string>, { replace, append, cut, remove, files: whole }: Change): void {
  const text = (file: string) => files.get(file) ?? '';
  if (replace) files.set(replace.file, text(replace.file).replace(replace.from, replace.to));
  if (append) files.set(append.file, text(append.file) + append.text);
  if (cut) files.set(cut.file, Buffer.from(text(cut.file)).subarray(0, cut.bytes).toString('utf8'));
  if (remove) files.delete(remove);
  for (const [file, content] of Object.entries(whole ?? {})) files.set(file, content);
}

function streamOf(files: ReadonlyMap<string, string>, name: BundleFile): AsyncIterable<Uint8Array> | undefined {
  const content = files.get(name);
  return content === undefined ? undefined : one(Buffer.from(content));
}

async function* one(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
