import { describe, expect, it } from 'vitest';
import {
  bundleOf,
  checkpointOf,
  KEY,
  manifestIn,
  ORIGIN,
  signed,
  sourceOf,
  sumsOf,
  viewsOf,
  type Bundle,
} from '../../testing/bundles.ts';
import { approval, logOf, stored } from '../../testing/entries.ts';
import { privateKeyOf, publicKeyOf, signNote, verifierKey, verifierKeyText } from '../signed-note.ts';
import { FIRST_FORMAT } from './manifest.ts';
import { BUNDLE_FILES } from './names.ts';
import { verifyBundle } from './verify-bundle.ts';

const log = logOf(20);
const whole = bundleOf({ log });
const verify = (bundle: Partial<Bundle>, trust: Parameters<typeof verifyBundle>[1] = { keys: [KEY] }) =>
  verifyBundle(sourceOf(bundle), trust);
const changed = (bundle: Bundle, name: keyof Bundle, change: (text: string) => string): Bundle => ({
  ...bundle,
  [name]: Buffer.from(change(bundle[name].toString('utf8'))),
});
/** The bundle as a forger with the key would hand it on: sums and signature fit what was changed. */
const covered = (bundle: Bundle): Bundle => signed(bundle, { ...manifestIn(bundle), files: sumsOf(bundle) });

describe('an untouched bundle', () => {
  it('is proved, whatever part of the log it holds and however it is read', async () => {
    for (const [first, last] of [
      [1, 20],
      [1, 1],
      [20, 20],
      [3, 17],
      [8, 9],
      [9, 16],
    ] as const) {
      const chosen = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      const bundle = bundleOf({ log, chosen, before: first - 1 });
      for (const step of [1, 7, 1_000_000]) {
        const verdict = await verifyBundle(sourceOf(bundle, step), { keys: [KEY] });
        expect(verdict).toMatchObject({
          ok: true,
          checkpoint: { origin: ORIGIN, size: 20 },
          key: verifierKeyText(KEY),
        });
        expect(verdict).toMatchObject({ manifest: { proves: 'range', firstSequence: first, lastSequence: last } });
      }
    }
  });

  it('of chosen entries is proved entry by entry', async () => {
    const verdict = await verify(bundleOf({ log, chosen: [2, 3, 7, 20], before: 5 }), { keys: [KEY] });
    expect(verdict).toMatchObject({ ok: true, manifest: { proves: 'entries', count: 4 } });
  });
});

describe('a bundle of the first format', () => {
  const bundle = bundleOf({ log, format: FIRST_FORMAT });

  it('is proved, with the events that it was made with', async () => {
    expect(bundle['events.ocsf.jsonl'].toString('utf8')).toContain('"version":"1.3.0"');
    expect(await verify(bundle)).toMatchObject({ ok: true });
  });

  it('does not take the events of another format', async () => {
    const file = 'events.ocsf.jsonl';
    expect(await verify(covered({ ...bundle, [file]: whole[file] }))).toMatchObject({ why: 'view_differs', file });
    expect(await verify(covered({ ...whole, [file]: bundle[file] }))).toMatchObject({ why: 'view_differs', file });
  });
});

describe('an older checkpoint', () => {
  const older = (size: number, of = log) => ({ keys: [KEY], older: checkpointOf(of, size) });
  const fork = [...log.slice(0, 9), stored({ ...approval(10), outcome: 'refused' }), ...log.slice(10)];

  it('of any size that the entries lead through, or that the proof starts from, is shown to be the beginning', async () => {
    for (let size = 0; size <= 20; size += 1)
      expect(await verify(whole, older(size))).toMatchObject({ ok: true, older: size });
    const late = bundleOf({ log, chosen: [12, 13, 14], before: 5 });
    for (const size of [0, 5, 11, 12, 13, 14, 20]) expect(await verify(late, older(size))).toMatchObject({ ok: true });
    expect(await verify(late, older(7))).toMatchObject({ ok: false, why: 'older_not_covered' });
  });

  it('of another log is a fork, of a longer one a roll-back, of another key a forgery', async () => {
    expect(await verify(whole, older(12, fork))).toMatchObject({ ok: false, why: 'forked', file: 'older checkpoint' });
    expect(await verify(bundleOf({ log: log.slice(0, 15) }), older(16))).toMatchObject({
      ok: false,
      why: 'rolled_back',
    });
    const strange = checkpointOf(log, 12, Buffer.alloc(32, 9));
    expect(await verify(whole, { keys: [KEY], older: strange })).toMatchObject({ ok: false, file: 'older checkpoint' });
    expect(await verify(whole, { keys: [KEY], older: 'nothing' })).toMatchObject({ ok: false, why: 'not_a_bundle' });
  });
});

describe('a log that has changed its key', () => {
  const [oldSeed, newSeed] = [Buffer.alloc(32, 5), Buffer.alloc(32, 6)];
  const keyOf = (seed: Buffer) => verifierKey(ORIGIN, publicKeyOf(privateKeyOf(seed)));
  const [first, then] = [keyOf(oldSeed), keyOf(newSeed)];
  const bundle = bundleOf({ log, seed: newSeed, earlier: [first] });
  const older = checkpointOf(log, 12, oldSeed);

  it('goes on from a checkpoint that the earlier key signed, which the bundle names or the reader was given', async () => {
    for (const keys of [undefined, [then], [first, then], [then, first]]) {
      expect(await verify(bundle, { keys, older })).toMatchObject({ ok: true, older: 12, key: verifierKeyText(then) });
    }
    const unnamed = bundleOf({ log, seed: newSeed });
    expect(await verify(unnamed, { keys: [first, then], older })).toMatchObject({ ok: true, older: 12 });
    expect(await verify(unnamed, { keys: [then], older })).toMatchObject({
      why: 'other_key',
      file: 'older checkpoint',
    });
    expect(await verify(bundle, { older: checkpointOf(log, 12, Buffer.alloc(32, 9)) })).toMatchObject({
      why: 'other_key',
    });
  });

  it('has bundles of both keys, each proved by its own', async () => {
    const before = bundleOf({ log: log.slice(0, 12), seed: oldSeed });
    expect(await verify(before, { keys: [then, first] })).toMatchObject({ ok: true });
    expect(await verify(before, { keys: [then] })).toMatchObject({ why: 'other_key', file: 'log.pub' });
  });

  it('is not proved by the earlier key alone: whoever holds it could name any key as its successor', async () => {
    expect(await verify(bundle, { keys: [first] })).toEqual({ ok: false, why: 'key_changed', file: 'log.pub' });
    const swapped = changed(bundle, 'log.pub', (text) => `${text.trimEnd().split('\n').reverse().join('\n')}\n`);
    expect(await verify(swapped, { keys: [first] })).toMatchObject({ ok: false, why: 'other_key' });
  });
});

describe('signatures', () => {
  const stranger = Buffer.alloc(32, 9);
  const signatureOf = (bytes: Buffer) => bytes.toString('utf8').split('\n\n')[1] ?? '';
  const foreign = signatureOf(Buffer.from(signNote('of another text\n', 'somebody.example', privateKeyOf(stranger))));

  it.each(['manifest.sig', 'checkpoint'] as const)('beside the one in %s are refused', async (file) => {
    const own = signatureOf(whole[file]);
    for (const more of [own + foreign, foreign + own, own + own]) {
      const text = whole[file].toString('utf8').replace(own, more);
      const forged = covered({ ...whole, [file]: Buffer.from(text) });
      const tampered = file === 'checkpoint' ? forged : { ...whole, [file]: Buffer.from(text) };
      expect(await verify(tampered)).toEqual({ ok: false, why: 'more_signatures', file });
    }
  });
});

describe('the time of the entries', () => {
  const dated = (...seconds: string[]) =>
    seconds.map((second, at) => stored({ ...approval(at + 1), at: `2026-11-22T10:11:${second}Z` }));

  it('is told where it goes back, and refuses nothing', async () => {
    const steps = dated('10.000000', '10.500000', '09.400001', '11.000000', '10.999999', '10.999999');
    expect(await verify(bundleOf({ log: steps }))).toMatchObject({
      ok: true,
      timeBack: { seq: 3, times: 2, microseconds: 1_099_999 },
    });
    expect(await verify(bundleOf({ log: dated('10.000000', '10.000000', '10.000001') }))).toMatchObject({
      ok: true,
      timeBack: undefined,
    });
  });
});

describe('the first bad sequence and why', () => {
  const lines = (bundle: Bundle, change: (lines: string[]) => string[]) =>
    covered(changed(bundle, 'events.jsonl', (text) => `${change(text.split('\n').slice(0, -1)).join('\n')}\n`));
  const changedFifth = (all: string[]) => all.with(4, (all[4] ?? '').replace('approved', 'returned'));
  const swapped = (all: string[]) => all.with(4, all[8] ?? '').with(8, all[4] ?? '');
  const some = bundleOf({ log, chosen: [2, 3, 7, 20] });

  it.each([
    [
      'a changed entry',
      lines(whole, (all) => all.with(4, (all[4] ?? '').replace('approved', 'returned'))),
      { seq: 5, why: 'bytes_changed' },
    ],
    ['a deleted entry', lines(whole, (all) => all.toSpliced(4, 1)), { seq: 5, why: 'missing' }],
    ['an entry in twice', lines(whole, (all) => all.toSpliced(5, 0, all[4] ?? '')), { seq: 6, why: 'out_of_order' }],
    [
      'an entry further to the front',
      lines(whole, (all) => all.toSpliced(11, 1).toSpliced(4, 0, all[11] ?? '')),
      { seq: 5, why: 'moved', instead: 12 },
    ],
    [
      'an entry at the end',
      lines(whole, (all) => [...all.toSpliced(4, 1), all[4] ?? '']),
      { seq: 5, why: 'moved', instead: 6 },
    ],
    ['swapped entries', lines(whole, swapped), { seq: 5, why: 'moved', instead: 9 }],
    ['a line that is no entry', lines(whole, (all) => all.with(4, '5')), { seq: 5, why: 'other_sequence' }],
    ['a cut tail', lines(whole, (all) => all.slice(0, 17)), { file: 'events.jsonl', seq: 18, why: 'cut_tail' }],
    [
      'entries that nobody vouches for',
      lines(whole, (all) => [...all, approvalLine(21)]),
      { file: 'events.jsonl', seq: 21, why: 'beyond_head' },
    ],
    [
      'a changed entry among chosen ones',
      lines(some, (all) => all.with(2, (all[2] ?? '').replace('approved', 'returned'))),
      { seq: 7, why: 'not_in_log' },
    ],
    [
      'a cut end of chosen entries',
      lines(some, (all) => all.slice(0, 3)),
      { file: 'events.jsonl', seq: 20, why: 'cut_tail' },
    ],
    [
      'one more behind chosen entries',
      lines(some, (all) => [...all, approvalLine(21)]),
      { file: 'events.jsonl', seq: 21, why: 'beyond_head' },
    ],
    [
      'a line that is cut',
      covered(changed(whole, 'events.jsonl', (text) => text.slice(0, -9))),
      { file: 'events.jsonl', seq: 20, why: 'line_cut' },
    ],
    [
      'a changed entry with the events made to fit',
      covered(withViews(lines(whole, changedFifth), 'events.ocsf.jsonl')),
      { seq: 5, why: 'bytes_changed' },
    ],
    [
      'a changed entry with the table made to fit',
      covered(withViews(lines(whole, changedFifth), 'events.csv')),
      { seq: 5, why: 'bytes_changed' },
    ],
    // One hash covers them all: nothing is left that could say which of them.
    [
      'a changed entry with everything made to fit',
      covered(withViews(lines(whole, changedFifth), 'events.csv', 'events.ocsf.jsonl')),
      { seq: 20, why: 'root_mismatch' },
    ],
    ['a deleted one of chosen entries', lines(some, (all) => all.toSpliced(1, 1)), { seq: 3, why: 'missing' }],
    [
      'chosen entries in another order',
      lines(some, (all) => all.with(0, all[1] ?? '').with(1, all[0] ?? '')),
      { seq: 2, why: 'moved', instead: 3 },
    ],
  ])('is named for %s, even when the manifest was made to fit', async (_what, bundle, fault) => {
    expect(await verify(bundle)).toEqual({ ok: false, ...fault });
  });
});

describe('the file that was changed, where two contradict each other', () => {
  const some = bundleOf({ log, chosen: [2, 3, 7, 20], before: 4 });
  const middle = bundleOf({ log, chosen: [5, 6, 7], before: 4 });
  /** Changes one letter of one of the hashes in base 64. */
  const flip = (bundle: Bundle, list: RegExp) =>
    changed(bundle, 'proof', (text) =>
      text.replace(list, (_, before: string, letter: string) => before + (letter === 'A' ? 'B' : 'A')),
    );
  const proofs: readonly [string, Bundle][] = [
    ['what comes before the first entry', flip(middle, /("left":\["..)(.)/)],
    ['what comes after the last', flip(middle, /("right":\["..)(.)/)],
    ['where it ends', changed(middle, 'proof', (text) => text.replace('"last":7', '"last":6'))],
    ['where it begins', changed(whole, 'proof', (text) => text.replace('"first":1,', '"first":2,'))],
    ['the older tree', flip(middle, /("consistency":\["..)(.)/)],
    ['the path of an entry', flip(some, /("seq":7,"path":\["..)(.)/)],
    ['the order of the paths', changed(some, 'proof', (text) => text.replace('"seq":3,', '"seq":4,'))],
  ];
  it.each(proofs)('is the proof, not an entry, with %s changed in it', async (_what, bundle) => {
    const verdict = await verify(bundle);
    expect(verdict).toMatchObject({ ok: false, file: 'proof' });
    expect(['file_changed', 'not_a_bundle']).toContain(!verdict.ok && verdict.why);
    expect((await verify(covered(bundle))).ok).toBe(false);
  });

  it('is the first bad entry where entries and proof were both changed', async () => {
    const both = changed(flip(some, /("seq":7,"path":\["..)(.)/), 'events.jsonl', (text) => text.replace('c_7', 'c_8'));
    expect(await verify(both)).toEqual({ ok: false, why: 'not_in_log', seq: 7 });
  });

  it('is the manifest or its signature: the signature holds over another text, or does not hold', async () => {
    const at = { ok: false, file: 'manifest.sig' };
    const sig = (change: (text: string) => string) => verify(changed(whole, 'manifest.sig', change));
    expect(await sig((text) => text.replace(/(\n.)(.)/, '$1%'))).toEqual({ ...at, why: 'bad_signature' });
    expect(
      await sig((text) =>
        text.replace(/.(.{9}\n)$/, (line, rest: string) => (line.startsWith('Q') ? 'R' : 'Q') + rest),
      ),
    ).toEqual({ ...at, why: 'bad_signature' });
    expect(await sig(() => 'nothing')).toEqual({ ...at, why: 'not_a_bundle' });
    expect(await sig((text) => text.replace('/exports ', '/imports '))).toEqual({ ...at, why: 'other_key' });
    expect(await verify({ ...whole, 'manifest.sig': some['manifest.sig'] })).toEqual({
      ...{ ok: false, why: 'bad_signature', file: 'manifest.json' },
    });
  });
});

describe('a bundle that is not whole', () => {
  it.each(BUNDLE_FILES)('is refused without %s', async (name) => {
    const { [name]: _gone, ...rest } = whole;
    expect(await verify(rest)).toEqual({ ok: false, why: 'file_missing', file: name });
  });

  it.each(BUNDLE_FILES)('is refused with an empty %s', async (name) => {
    expect(await verify({ ...whole, [name]: Buffer.alloc(0) })).toMatchObject({ ok: false });
  });

  it('is refused when a view or the README was changed, also when the manifest was made to fit', async () => {
    for (const name of ['events.csv', 'events.ocsf.jsonl'] as const) {
      const forged = changed(whole, name, (text) => text.replace('c_5', 'c_6'));
      expect(await verify(forged)).toEqual({ ok: false, why: 'file_changed', file: name });
      expect(await verify(covered(forged))).toEqual({ ok: false, why: 'view_differs', file: name, seq: 5 });
    }
    const file = 'README.txt';
    const forged = changed(whole, file, (text) => text.replace('It does not prove', 'It also proves'));
    expect(await verify(forged)).toEqual({ ok: false, why: 'file_changed', file });
    expect(await verify(covered(forged))).toEqual({ ok: false, why: 'view_differs', file });
  });

  it('is refused when the manifest says something else, and when it is of another log, key or checkpoint', async () => {
    const manifest = manifestIn(whole);
    expect(await verify(changed(whole, 'manifest.json', (text) => text.replace('Yearly', 'Weekly')))).toEqual({
      ok: false,
      why: 'bad_signature',
      file: 'manifest.json',
    });
    expect(await verify(signed(whole, { ...manifest, count: 19 }))).toEqual({
      ok: false,
      why: 'count',
      file: 'manifest.json',
    });
    expect(await verify(signed(whole, { ...manifest, proves: 'entries' }))).toMatchObject({ why: 'not_a_bundle' });
    const other = bundleOf({ log: log.slice(0, 19) });
    expect(await verify({ ...whole, checkpoint: other.checkpoint })).toMatchObject({ why: 'other_checkpoint' });
    expect(await verify({ ...whole, proof: other.proof })).toMatchObject({ why: 'other_checkpoint', file: 'proof' });
    const stranger = bundleOf({ log, seed: Buffer.alloc(32, 9) });
    expect(await verify(stranger)).toEqual({ ok: false, why: 'other_key', file: 'log.pub' });
    expect(await verify({ ...whole, 'log.pub': stranger['log.pub'] }, {})).toMatchObject({
      ok: false,
      why: 'other_key',
    });
    // Without a key from elsewhere a forger's own log is whole in itself: the README says so.
    expect(await verify(stranger, {})).toMatchObject({ ok: true });
  });

  it('is refused when a line never ends, or the last one is cut', async () => {
    const endless = { ...whole, 'events.jsonl': Buffer.alloc(300_000, 'x') };
    expect(await verify(endless)).toMatchObject({ ok: false, why: 'line_too_long' });
    expect(await verify(changed(whole, 'events.jsonl', (text) => text.slice(0, -1)))).toMatchObject({ ok: false });
  });
});

/** The bundle with these views made again from its entries. */
function withViews(bundle: Bundle, ...names: ('events.csv' | 'events.ocsf.jsonl')[]): Bundle {
  const lines = bundle['events.jsonl'].toString('utf8').split('\n').slice(0, -1);
  const views = viewsOf(lines.map((line) => Buffer.from(line)));
  return { ...bundle, ...Object.fromEntries(names.map((name) => [name, Buffer.from(views[name])])) };
}

function approvalLine(seq: number): string {
  return stored(approval(seq)).bytes.toString('utf8');
}
