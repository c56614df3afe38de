import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { verifierKeyText, zipFrame } from '@clearance/audit';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleOf, checkpointOf, KEY, ORIGIN, type Bundle } from '../../libs/audit/testing/bundles.ts';
import { logOf } from '../../libs/audit/testing/entries.ts';

// The built program, as an office runs it: it starts in half the time of its sources.
const main = resolve(import.meta.dirname, '../../apps/cli/dist/main.js');
const folder = mkdtempSync(join(tmpdir(), 'clearance-verify-'));
const log = logOf(30);
const whole = bundleOf({ log });
afterAll(() => rmSync(folder, { recursive: true }));

function verify(...args: string[]) {
  // No network and no environment: only the files that are named.
  const { status, stderr, stdout } = spawnSync(process.execPath, [main, 'verify', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {},
  });
  return { status, stderr, stdout };
}
/** Files of a bundle, and others beside them. */
type Files = Readonly<Record<string, Buffer>>;
function unpacked(name: string, bundle: Files): string {
  mkdirSync(join(folder, name));
  for (const [file, bytes] of Object.entries(bundle)) writeFileSync(join(folder, name, file), bytes);
  return name;
}
function packed(name: string, bundle: Files): string {
  const files = Object.entries(bundle);
  const { headers, end } = zipFrame(
    files.map(([file, bytes]) => ({ name: file, bytes: bytes.length, crc32: crc32(bytes) })),
  );
  const parts = files.flatMap(([, bytes], at) => [headers[at] ?? Buffer.alloc(0), bytes]);
  return written(name, Buffer.concat([...parts, end]));
}
function written(name: string, bytes: Buffer | string): string {
  writeFileSync(join(folder, name), bytes);
  return name;
}
const key = written('given.pub', `${verifierKeyText(KEY)}\n`);
const archive = packed('whole.zip', whole);
const text = (bytes: Buffer) => bytes.toString('utf8');

describe('clearance verify', () => {
  test('says in one line what it proved, of a folder and of an archive', () => {
    for (const bundle of [unpacked('whole', whole), archive]) {
      expect(verify(bundle, '--key', key, '--views')).toEqual({
        status: 0,
        stderr: '',
        stdout: `${bundle}: proved: the 30 entries are all from 1 to 30, unchanged and in order, in the log ${ORIGIN} as signed at 30 entries, by the key ${verifierKeyText(KEY)}\n`,
      });
    }
    const some = verify(unpacked('some', bundleOf({ log, chosen: [3, 9] })), '--key', key);
    expect(some.stdout).toContain(
      'each of the 2 entries is unchanged and at its place (others may have been left out)',
    );
    expect(verify(archive).stdout).toContain('compare it with one that was given to you otherwise');
  });

  test('shows that the log goes on from an older checkpoint, or that it does not', () => {
    const older = written('older', checkpointOf(log, 12));
    expect(verify(archive, '--checkpoint', older).stdout).toContain('goes on from the older checkpoint of 12 entries');
    const longer = written('longer', checkpointOf(logOf(31), 31));
    expect(verify(archive, '--checkpoint', longer)).toMatchObject({ status: 1, stdout: '' });
  });

  test('names the first bad entry and why, and ends with 1', () => {
    const changed = { ...whole, 'events.jsonl': Buffer.from(text(whole['events.jsonl']).replace('"c_7"', '"c_8"')) };
    expect(verify(unpacked('changed', changed), '--key', key)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'changed: not proved: entry 7: it was changed after it was written\n',
    });
    expect(verify(packed('changed.zip', changed)).stderr).toContain('entry 7: it was changed');
  });

  test('refuses what is damaged, incomplete or of somebody else, with the reason', () => {
    const { proof: _gone, ...rest } = whole;
    expect(verify(unpacked('incomplete', rest)).stderr).toContain('proof: it is not there');
    const foreign = packed('foreign.zip', bundleOf({ log, seed: Buffer.alloc(32, 3) }));
    const notOurs = verify(foreign, '--key', key);
    expect(notOurs).toMatchObject({ status: 1, stdout: '' });
    expect(notOurs.stderr).toContain('log.pub: it is not the key that was given: the bundle is of another log');
    const scrap = verify(archive, '--checkpoint', written('scrap', 'some other text'));
    expect(scrap).toMatchObject({ status: 1, stdout: '' });
    expect(scrap.stderr).toContain('older checkpoint: it is no checkpoint, or damaged');
    const elsewhere = verify(archive, '--checkpoint', written('elsewhere', checkpointOf(log, 12, Buffer.alloc(32, 3))));
    expect(elsewhere.stderr).toContain('older checkpoint: it is signed with another key');
    expect(verify(unpacked('nothing', {}))).toMatchObject({ status: 1, stdout: '' });
  });

  test('tells a download that was cut short from what is no archive, was damaged or packed anew', () => {
    const bytes = readFileSync(join(folder, archive));
    const saidOf = (name: string, content: Buffer | string) => {
      const { status, stdout, stderr } = verify(written(name, content));
      expect([status, stdout]).toEqual([1, '']);
      return stderr.replace(`${name}: not proved: `, '');
    };
    expect(saidOf('half.zip', bytes.subarray(0, 5_000))).toBe(
      'it is cut short: 5,000 bytes are there; download it again\n',
    );
    const hole = Buffer.concat([bytes.subarray(0, 300), bytes.subarray(400)]);
    expect(saidOf('hole.zip', hole)).toMatch(/^it is cut short: /);
    const no = Buffer.concat([Buffer.from('PK'), Buffer.alloc(500)]);
    expect(saidOf('no.zip', no)).toBe('it is no ZIP archive; is it the right file?\n');
    expect(saidOf('empty.zip', '')).toBe('it is empty: download it again\n');
    expect(saidOf('damaged.zip', Buffer.from(bytes.with(14, 0)))).toMatch(/^its records contradict each other: /);
    expect(saidOf('other.zip', Buffer.from(bytes.with(10, 1)))).toMatch(
      /^another program packed it anew, .*Unpack it and verify the folder/,
    );
  });

  test('names what does not belong to the bundle, and proves none with such a file', () => {
    const strange =
      'not proved: notes.txt: this does not belong to the bundle, and nothing vouches for it; all else fits: take it out and verify again\n';
    const bundle = unpacked('annotated', { ...whole, 'notes.txt': Buffer.from('mine') });
    expect(verify(bundle)).toEqual({ status: 1, stdout: '', stderr: `annotated: ${strange}` });
    const more = packed('annotated.zip', { ...whole, 'notes.txt': Buffer.from('mine') });
    expect(verify(more)).toEqual({ status: 1, stdout: '', stderr: `annotated.zip: ${strange}` });
    rmSync(join(folder, 'annotated', 'notes.txt'));
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`${at}\n`, Buffer.from('x')]));
    expect(verify(unpacked('many', { ...whole, ...many })).stderr).toMatch(
      /: 0\?, 1\?, 10\?, 2\?, 3\?, 4\?, 5\?, 6\? and 3 more: this does not belong/,
    );
  });

  test('proves a folder in which an operating system left files, and says so', () => {
    const left = verify(unpacked('left', { ...whole, '.DS_Store': Buffer.from('x'), 'Thumbs.db': Buffer.from('x') }));
    expect(left).toMatchObject({ status: 0 });
    expect(left.stdout).toMatch(/^left: proved: /);
    expect(left.stderr).toBe(
      'left: note: .DS_Store, Thumbs.db: left there by an operating system, no part of what was proved\n',
    );
  });

  test('takes a key and a checkpoint from the folder itself for what they were named as', () => {
    const own = { 'given.pub': readFileSync(join(folder, key)), older: Buffer.from(checkpointOf(log, 12)) };
    const bundle = unpacked('with-own', { ...whole, ...own });
    const given = verify(bundle, '--key', `${bundle}/given.pub`, '--checkpoint', `./${bundle}/older`);
    expect(given).toMatchObject({ status: 0, stderr: '' });
    expect(verify(bundle).stderr).toContain('given.pub, older: this does not belong to the bundle');
  });

  test('says of entries that changed places that they did, and names the file that was changed', () => {
    const lines = text(whole['events.jsonl']).split('\n');
    const swapped = lines.with(10, lines[11] ?? '').with(11, lines[10] ?? '');
    const inOrder = (all: readonly string[]) => ({ ...whole, 'events.jsonl': Buffer.from(all.join('\n')) });
    expect(verify(unpacked('swapped', inOrder(swapped))).stderr).toBe(
      'swapped: not proved: entry 11: it is out of order, entry 12 stands in its place\n',
    );
    expect(verify(unpacked('gone', inOrder(lines.toSpliced(10, 1)))).stderr).toBe(
      'gone: not proved: entry 11: it is missing, a later one follows\n',
    );
    const changed = (name: keyof Bundle, from: RegExp, to: string) =>
      verify(
        unpacked(`changed-${name}`, { ...whole, [name]: Buffer.from(text(whole[name]).replace(from, to)) }),
      ).stderr.replace(/^.*: not proved: /, '');
    expect(changed('proof', /"last":30/, '"last":29')).toBe(
      'proof: it was changed: it is not the file that the manifest names\n',
    );
    expect(changed('manifest.sig', /\n./, '\n%')).toBe(
      'manifest.sig: its signature does not hold: it was changed after it was signed\n',
    );
    expect(changed('manifest.json', /Yearly/, 'Weekly')).toBe(
      'manifest.json: it does not fit its signature: it or manifest.sig was changed, or is of another bundle\n',
    );
  });

  test('ends with 2 when it was not told what to do', () => {
    expect(verify()).toMatchObject({ status: 2, stdout: '' });
    expect(verify('not-there')).toEqual({ status: 2, stdout: '', stderr: 'error: not-there is not there\n' });
    expect(verify(archive, '--key', 'not-there')).toMatchObject({ status: 2 });
    expect(verify(archive, '--key', written('no.pub', 'no key'))).toMatchObject({ status: 2 });
    expect(verify(archive, '--checkpoint', 'not-there')).toMatchObject({ status: 2 });
    expect(verify(archive, 'another')).toMatchObject({ status: 2 });
    expect(verify(archive, '--nonsense')).toMatchObject({ status: 2 });
  });
});
