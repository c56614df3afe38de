import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  BUNDLE_FILES,
  privateKeyOf,
  publicKeyOf,
  signNote,
  verifierKey,
  verifierKeyText,
  zipFrame,
} from '@clearance/audit';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleOf, checkpointOf, KEY, ORIGIN, type Bundle } from '../../libs/audit/testing/bundles.ts';
import { approval, logOf, stored } from '../../libs/audit/testing/entries.ts';

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
function packed(name: string, bundle: Files, sum = (bytes: Buffer, _file: string) => crc32(bytes)): string {
  const own: Files = Object.fromEntries(BUNDLE_FILES.flatMap((file) => (bundle[file] ? [[file, bundle[file]]] : [])));
  return packedAs(name, Object.entries({ ...own, ...bundle }), sum);
}
function packedAs(
  name: string,
  files: [string, Buffer][],
  sum = (bytes: Buffer, _file: string) => crc32(bytes),
): string {
  const { headers, end } = zipFrame(
    files.map(([file, bytes]) => ({ name: file, bytes: bytes.length, crc32: sum(bytes, file) })),
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
      expect(verify(bundle, '--key', key)).toEqual({
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
    // They lie in the bundle, where whoever made it could have put them.
    symlinkSync(join(folder, bundle, 'log.pub'), join(folder, 'link.pub'));
    for (const own of [`${bundle}/given.pub`, `${bundle}/log.pub`, 'link.pub']) {
      const { status, stdout } = verify(unpacked(`alone-${own.replace('/', '-')}`, whole), '--key', own);
      expect([status, stdout.includes('The key came with')]).toEqual([0, false]);
      const inside = verify(bundle, '--key', own, '--checkpoint', `${bundle}/older`);
      expect(inside.stdout + inside.stderr).toMatch(/The key came with the bundle|given\.pub: this does not belong/);
    }
    expect(given.stdout).toContain('The older checkpoint came with the bundle: use one that you kept');
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

  test('takes an older checkpoint and a key as they were saved from a mail, and accuses neither', () => {
    const note = checkpointOf(log, 12);
    const rule = '-'.repeat(70);
    const crlf = note.replaceAll('\n', '\r\n');
    const saved: Readonly<Record<string, Buffer | string>> = {
      crlf,
      mark: `\ufeff${note}`,
      blanks: `\r\n${crlf}\r\n\r\n`,
      whole: `This is a checkpoint.\r\n\r\n${rule}\r\n${crlf}${rule}\r\n`,
      utf16: Buffer.from(`\ufeff${crlf}`, 'utf16le'),
      windows: Buffer.from(crlf.replace('—', '\u0097'), 'latin1'),
    };
    const given = written('saved.pub', Buffer.from(`\ufeff${verifierKeyText(KEY)}\r\n\r\n`, 'utf16le'));
    for (const [name, content] of Object.entries(saved)) {
      const { status, stdout, stderr } = verify(
        archive,
        '--key',
        given,
        '--checkpoint',
        written(`saved-${name}`, content),
      );
      expect([name, status, stderr]).toEqual([name, 0, '']);
      expect(stdout).toContain('goes on from the older checkpoint of 12 entries');
    }
  });

  test('goes on from a checkpoint of before the log changed its key', () => {
    const seeds = [Buffer.alloc(32, 5), Buffer.alloc(32, 6)] as const;
    const [first, then] = seeds.map((seed) => verifierKey(ORIGIN, publicKeyOf(privateKeyOf(seed))));
    if (!first || !then) throw new Error('There are two.');
    const bundle = packed('second-key.zip', bundleOf({ log, seed: seeds[1], earlier: [first] }));
    const older = written('first-key', checkpointOf(log, 12, seeds[0]));
    const both = written('both.pub', `${verifierKeyText(first)}\n${verifierKeyText(then)}\n`);
    expect(verify(bundle, '--key', both, '--checkpoint', older)).toMatchObject({ status: 0, stderr: '' });
    const old = verify(bundle, '--key', written('first.pub', verifierKeyText(first)), '--checkpoint', older);
    expect(old).toMatchObject({ status: 1, stdout: '' });
    expect(old.stderr).toContain('log.pub: it names the key that was given as an earlier one');
  });

  test('refuses what was added to a signature or changed around the files of an archive', () => {
    const [text = '', own = ''] = whole['manifest.sig'].toString('utf8').split('\n\n');
    const [, foreign = ''] = signNote(`${text}\n`, 'somebody.example', privateKeyOf(Buffer.alloc(32, 3))).split('\n\n');
    for (const [name, more] of Object.entries({ foreign, doubled: own })) {
      const signatures = { ...whole, 'manifest.sig': Buffer.from(`${text}\n\n${own}${more}`) };
      expect(verify(unpacked(name, signatures), '--key', key)).toEqual({
        status: 1,
        stdout: '',
        stderr: `${name}: not proved: manifest.sig: it carries more than its one signature: somebody added to it\n`,
      });
    }
    const wrong = packed('wrong-sum.zip', whole, (bytes, file) => (crc32(bytes) ^ (file === 'proof' ? 1 : 0)) >>> 0);
    expect(verify(wrong, '--key', key).stderr).toContain('the check sum (CRC-32) that it holds of proof is wrong');
    const order = packedAs('order.zip', Object.entries(whole).reverse());
    expect(verify(order, '--key', key).stderr).toContain('another program packed it anew');
  });

  test('says of a bundle that it proves where the time of its entries goes back', () => {
    const back = [...log.slice(0, 4), stored({ ...approval(5), at: '2026-11-22T10:11:11.123456Z' })];
    const { status, stderr } = verify(unpacked('back', bundleOf({ log: back })), '--key', key);
    expect([status, stderr]).toEqual([
      0,
      'back: note: entry 5 is dated before the one in front of it, by at most 1 seconds: the order is proved, the times are what the clock of the installation said\n',
    ]);
  });

  test('ends with 2 when it was not told what to do', () => {
    expect(verify()).toMatchObject({ status: 2, stdout: '' });
    expect(verify('not-there')).toEqual({ status: 2, stdout: '', stderr: 'error: not-there is not there\n' });
    expect(verify(archive, '--key', 'not-there')).toMatchObject({ status: 2 });
    expect(verify(archive, '--key', written('no.pub', 'no key'))).toMatchObject({ status: 2 });
    expect(verify(archive, '--checkpoint', 'not-there')).toMatchObject({ status: 2 });
    expect(verify(archive, 'another')).toMatchObject({ status: 2 });
    expect(verify(archive, '--nonsense')).toMatchObject({ status: 2 });
    expect(verify(archive, '--views')).toMatchObject({ status: 2 });
  });
});
