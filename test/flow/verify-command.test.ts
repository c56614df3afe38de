import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { BUNDLE_FILES, verifierKeyText, zipFrame } from '@clearance/audit';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleOf, checkpointOf, KEY, ORIGIN, type Bundle } from '../../libs/audit/testing/bundles.ts';
import { logOf } from '../../libs/audit/testing/entries.ts';

const main = resolve(import.meta.dirname, '../../apps/cli/src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'clearance-verify-'));
const log = logOf(30);
const whole = bundleOf({ log });
afterAll(() => rmSync(folder, { recursive: true }));

function verify(...args: string[]) {
  const node = ['--conditions=@clearance/source', main, 'verify', ...args];
  // No network and no environment: only the files that are named.
  const { status, stderr, stdout } = spawnSync(process.execPath, node, { cwd: folder, encoding: 'utf8', env: {} });
  return { status, stderr, stdout };
}
function unpacked(name: string, bundle: Partial<Bundle>): string {
  mkdirSync(join(folder, name));
  for (const [file, bytes] of Object.entries(bundle)) writeFileSync(join(folder, name, file), bytes);
  return name;
}
function packed(name: string, bundle: Bundle): string {
  const { headers, end } = zipFrame(
    BUNDLE_FILES.map((file) => ({ name: file, bytes: bundle[file].length, crc32: crc32(bundle[file]) })),
  );
  const parts = BUNDLE_FILES.flatMap((file, at) => [headers[at] ?? Buffer.alloc(0), bundle[file]]);
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
    const bytes = Buffer.concat([Buffer.from('PK'), Buffer.alloc(500)]);
    expect(verify(written('no.zip', bytes))).toMatchObject({ status: 1, stdout: '' });
    expect(verify(written('empty.zip', ''))).toMatchObject({ status: 1 });
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
