import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from 'node:zlib';
import {
  bundleOf,
  checkpointOf,
  KEY,
  manifestIn,
  signed,
  sourceOf,
  sumsOf,
  viewsOf,
  type Bundle,
} from '../../testing/bundles.ts';
import { approval, logOf, stored, type Stored } from '../../testing/entries.ts';
import { sized } from '../../testing/full-size.ts';
import { savedFromMail } from '../../testing/mails.ts';
import { privateKeyOf, publicKeyOf, signNote, verifierKey } from '../signed-note.ts';
import type { Manifest } from './manifest.ts';
import { BUNDLE_FILES, type BundleFile } from './names.ts';
import { verifyArchive } from './verify-archive.ts';
import { verifyBundle, type Trust } from './verify-bundle.ts';
import { zipFrame } from './zip.ts';

const TRIES = { numRuns: sized(200, 1_000), seed: 6962 };
const CLEAN = sized(50, 200);
const SIZE = 18;
const ORIGINAL = logOf(SIZE);

/** Bundles of every kind: all of a log, its middle, its end, and chosen entries. */
const bundles = [
  { log: ORIGINAL },
  { log: ORIGINAL.slice(0, 2) },
  { log: ORIGINAL.slice(0, 17), chosen: sequences(5, 16), before: 4 },
  { log: ORIGINAL.slice(0, 16), chosen: sequences(14, 16), before: 9 },
  { log: ORIGINAL, chosen: [1, 2, 8, 9, 17, 18], before: 11 },
  { log: ORIGINAL.slice(0, 13), chosen: [4, 13] },
].map((making, at) => ({ ...making, bundle: bundleOf(making), [fc.toStringMethod]: () => `bundle ${at}` }));
type Made = (typeof bundles)[number];

const made = fc.constantFrom(...bundles);
const anywhere = fc.nat(1_000_000);
const verify = (bundle: Partial<Bundle>, trust: Trust = { keys: [KEY] }) => verifyBundle(sourceOf(bundle), trust);
const lines = (bytes: Buffer) => bytes.toString('utf8').split('\n').slice(0, -1);
const unlines = (all: readonly string[]) => Buffer.from(all.map((line) => `${line}\n`).join(''));
/** What a forger hands on who can sign manifests, but not the log: sums and signature fit what was changed. */
const covered = (bundle: Bundle, change: Partial<Manifest> = {}): Bundle =>
  signed(bundle, { ...manifestIn(bundle), ...change, files: sumsOf(bundle) });

/** Changes the lines of the entries, in both ways in which a forger may hand that on. */
async function entriesChanged({ bundle }: Made, change: (all: string[]) => string[]): Promise<void> {
  const before = lines(bundle['events.jsonl']);
  const after = change(before);
  fc.pre(after.join('\n') !== before.join('\n'));
  const changed = { ...bundle, 'events.jsonl': unlines(after) };
  expect((await verify(changed)).ok).toBe(false);
  const numbers = after.map((line) => Number(/"seq":(\d+),/.exec(line)?.[1] ?? 1));
  const [firstSequence = 1, lastSequence = 1] = [numbers[0], numbers.at(-1)];
  const told = { count: Math.max(1, after.length), firstSequence, lastSequence: Math.max(firstSequence, lastSequence) };
  expect((await verify(covered(changed, told))).ok).toBe(false);
}

/** Each way to tamper with a bundle, tried at random places. All of them end in an answer that is not proved. */
const tamperings: Readonly<Record<string, fc.IAsyncProperty<unknown>>> = {
  'a flipped bit of any file': fc.asyncProperty(
    made,
    fc.constantFrom(...BUNDLE_FILES),
    anywhere,
    async ({ bundle }, name, at) => {
      expect((await verify({ ...bundle, [name]: flipped(bundle[name], at) })).ok).toBe(false);
    },
  ),
  'a flipped bit of an entry, and a manifest made to fit': fc.asyncProperty(made, anywhere, async ({ bundle }, at) => {
    const name = 'events.jsonl';
    expect((await verify(covered({ ...bundle, [name]: flipped(bundle[name], at) }))).ok).toBe(false);
  }),
  'a flipped bit of the proof or the checkpoint, and a manifest made to fit': fc.asyncProperty(
    made,
    fc.constantFrom('proof', 'checkpoint'),
    anywhere,
    async ({ bundle }, name, at) => {
      expect((await verify(covered({ ...bundle, [name]: flipped(bundle[name], at) }))).ok).toBe(false);
    },
  ),
  'a flipped bit of the archive': fc.asyncProperty(made, anywhere, async ({ bundle }, at) => {
    expect((await archiveVerdict(flipped(archiveOf(bundle), at))).ok).toBe(false);
  }),
  'a cut archive': fc.asyncProperty(made, anywhere, async ({ bundle }, at) => {
    const archive = archiveOf(bundle);
    expect((await archiveVerdict(archive.subarray(0, at % archive.length))).ok).toBe(false);
  }),
  'a deleted entry': fc.asyncProperty(made, anywhere, (one, at) =>
    entriesChanged(one, (all) => all.toSpliced(at % all.length, 1)),
  ),
  'an inserted entry': fc.asyncProperty(made, anywhere, anywhere, (one, at, other) =>
    entriesChanged(one, (all) => all.toSpliced(at % (all.length + 1), 0, entry(1 + (other % 50), 'refused'))),
  ),
  'an entry in twice': fc.asyncProperty(made, anywhere, (one, at) =>
    entriesChanged(one, (all) => all.toSpliced(at % all.length, 0, all[at % all.length] ?? '')),
  ),
  'swapped entries': fc.asyncProperty(made, anywhere, anywhere, (one, at, step) =>
    entriesChanged(one, (all) => {
      const [from, to] = [at % all.length, (at + 1 + (step % (all.length - 1))) % all.length];
      return all.with(from, all[to] ?? '').with(to, all[from] ?? '');
    }),
  ),
  'a changed entry': fc.asyncProperty(made, anywhere, (one, at) =>
    entriesChanged(one, (all) => {
      const place = at % all.length;
      return all.with(place, (all[place] ?? '').replace(/"outcome":"[a-z]+"/, '"outcome":"failed"'));
    }),
  ),
  'a cut tail': fc.asyncProperty(made, anywhere, (one, at) =>
    entriesChanged(one, (all) => all.slice(0, at % all.length)),
  ),
  'a roll-back to an older checkpoint': fc.asyncProperty(sizes(), async ([size, held]) => {
    const log = ORIGINAL.slice(0, size);
    fc.pre(held > size);
    expect(await verify(bundleOf({ log }), { keys: [KEY], older: checkpointOf(ORIGINAL, held) })).toMatchObject({
      ok: false,
      why: 'rolled_back',
    });
  }),
  'a wrong key': fc.asyncProperty(made, fc.uint8Array({ minLength: 32, maxLength: 32 }), async (one, bytes) => {
    const seed = Buffer.from(bytes);
    const stranger = verifierKey(KEY.name, publicKeyOf(privateKeyOf(seed)));
    // Trusted is another key than the one that signed, or the one whose key lies beside what another has signed.
    expect((await verify(one.bundle, { keys: [stranger] })).ok).toBe(false);
    const forged = bundleOf({ ...one, seed });
    expect((await verify(forged)).ok).toBe(false);
    expect((await verify({ ...one.bundle, 'log.pub': forged['log.pub'] }, {})).ok).toBe(false);
    expect((await verify({ ...forged, 'log.pub': one.bundle['log.pub'] }, {})).ok).toBe(false);
  }),
  'a fork': fc.asyncProperty(sizes(), anywhere, async ([held, size], at) => {
    fc.pre(held <= size);
    // The same key signed another log, which differs somewhere in what the older checkpoint covers.
    const fork: Stored[] = ORIGINAL.slice(0, size).with(
      at % held,
      stored({ ...approval(1 + (at % held)), outcome: 'failed' }),
    );
    const verdict = await verify(bundleOf({ log: fork }), { keys: [KEY], older: checkpointOf(ORIGINAL, held) });
    expect(verdict).toMatchObject({ ok: false, why: 'forked' });
  }),
  'a changed cell of the table': fc.asyncProperty(made, anywhere, anywhere, ({ bundle }, row, cell) =>
    viewChanged(bundle, 'events.csv', (all) => {
      const cells = (all[1 + (row % (all.length - 1))] ?? '').split(',');
      const place = cell % cells.length;
      return all.with(1 + (row % (all.length - 1)), cells.with(place, `${cells[place]}x`).join(','));
    }),
  ),
  'a changed row of the table': fc.asyncProperty(made, anywhere, fc.boolean(), ({ bundle }, row, gone) =>
    viewChanged(bundle, 'events.csv', (all) =>
      gone ? all.toSpliced(row % all.length, 1) : all.toSpliced(row % all.length, 0, all[row % all.length] ?? ''),
    ),
  ),
  'another order of a view': fc.asyncProperty(made, anywhere, fc.boolean(), ({ bundle }, at, csv) =>
    viewChanged(bundle, csv ? 'events.csv' : 'events.ocsf.jsonl', (all) => {
      const [from, to] = [at % all.length, (at + 1) % all.length];
      return all.with(from, all[to] ?? '').with(to, all[from] ?? '');
    }),
  ),
  'a changed manifest': fc.asyncProperty(made, fc.constantFrom(...manifestPaths()), async ({ bundle }, path) => {
    const manifest = manifestIn(bundle) as unknown as Record<string, unknown>;
    changeAt(manifest, path);
    const changed = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    expect((await verify({ ...bundle, 'manifest.json': changed })).ok).toBe(false);
  }),
  'a count, a place or a checkpoint that the manifest says otherwise, and signed': fc.asyncProperty(
    made,
    fc.constantFrom('count', 'firstSequence', 'lastSequence', 'before', 'after'),
    fc.integer({ min: 1, max: 9 }),
    async ({ bundle }, what, by) => {
      const manifest = manifestIn(bundle);
      const { checkpoints } = manifest;
      const told: Partial<Manifest> =
        what === 'before' || what === 'after'
          ? { checkpoints: { ...checkpoints, [what]: { ...checkpoints[what], size: checkpoints[what].size + by } } }
          : { [what]: manifest[what] + by };
      expect((await verify(covered(bundle, told))).ok).toBe(false);
    },
  ),
  'a file of another bundle': fc.asyncProperty(
    made,
    made,
    fc.constantFrom(...BUNDLE_FILES),
    async (one, other, name) => {
      fc.pre(!one.bundle[name].equals(other.bundle[name]));
      expect((await verify({ ...one.bundle, [name]: other.bundle[name] })).ok).toBe(false);
    },
  ),
  'a signature of somebody else, or the own one again': fc.asyncProperty(
    made,
    fc.constantFrom('manifest.sig', 'checkpoint'),
    fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 })),
    fc.boolean(),
    async ({ bundle }, name, seed, isFirst) => {
      const [text = '', own = ''] = bundle[name].toString('utf8').split('\n\n');
      const foreign = (bytes: Uint8Array) =>
        signNote(`${text}\n`, 'somebody.example', privateKeyOf(Buffer.from(bytes))).split('\n\n')[1] ?? '';
      const more = seed === null ? own : foreign(seed as Uint8Array);
      const tampered = { ...bundle, [name]: Buffer.from(`${text}\n\n${isFirst ? more + own : own + more}`) };
      const handedOn = name === 'checkpoint' ? covered(tampered) : tampered;
      expect(await verify(handedOn)).toEqual({ ok: false, why: 'more_signatures', file: name });
    },
  ),
  'a wrong check sum in the archive': fc.asyncProperty(
    made,
    fc.constantFrom(...BUNDLE_FILES),
    fc.integer({ min: 1, max: 0xffff_ffff }),
    async ({ bundle }, file, by) => {
      const sum = (name: BundleFile) => (crc32(bundle[name]) ^ (name === file ? by : 0)) >>> 0;
      expect(await archiveVerdict(archiveOf(bundle, BUNDLE_FILES, sum))).toEqual({
        ok: false,
        archive: 'wrong_sum',
        file,
      });
    },
  ),
  'another order of the files in the archive': fc.asyncProperty(
    made,
    fc.shuffledSubarray([...BUNDLE_FILES], { minLength: BUNDLE_FILES.length }),
    async ({ bundle }, order) => {
      fc.pre(order.some((name, place) => name !== BUNDLE_FILES[place]));
      expect(await archiveVerdict(archiveOf(bundle, order))).toEqual({ ok: false, archive: 'packed_anew' });
    },
  ),
  'a changed README, and a manifest made to fit': fc.asyncProperty(made, anywhere, async ({ bundle }, at) => {
    const file = 'README.txt';
    const changed = { ...bundle, [file]: flipped(bundle[file], at) };
    expect(await verify(changed)).toEqual({ ok: false, why: 'file_changed', file });
    expect(await verify(covered(changed))).toEqual({ ok: false, why: 'view_differs', file });
  }),
  'a changed entry, by its sequence, and a manifest made to fit': fc.asyncProperty(
    made,
    anywhere,
    fc.subarray(['events.csv', 'events.ocsf.jsonl'] as const, { maxLength: 1 }),
    async ({ bundle }, at, fitting) => {
      const all = lines(bundle['events.jsonl']);
      const place = at % all.length;
      const seq = Number(/"seq":(\d+),/.exec(all[place] ?? '')?.[1]);
      const entries = all.with(place, (all[place] ?? '').replace('"outcome":"success"', '"outcome":"failed"'));
      const views = viewsOf(entries.map((line) => Buffer.from(line)));
      const refitted = Object.fromEntries(fitting.map((name) => [name, Buffer.from(views[name])])) as Partial<Bundle>;
      const verdict = await verify(covered({ ...bundle, 'events.jsonl': unlines(entries), ...refitted }));
      const { proves } = manifestIn(bundle);
      expect(verdict).toEqual({ ok: false, why: proves === 'range' ? 'bytes_changed' : 'not_in_log', seq });
    },
  ),
  'a cut end, of which events.jsonl is to blame': fc.asyncProperty(made, anywhere, async ({ bundle }, at) => {
    const file = 'events.jsonl';
    const cut = { ...bundle, [file]: bundle[file].subarray(0, at % (bundle[file].length - 1)) };
    const next = lines(bundle[file])[lines(cut[file]).length];
    const seq = Number(/"seq":(\d+),/.exec(next ?? '')?.[1]);
    for (const handedOn of [cut, covered(cut)]) expect(await verify(handedOn)).toMatchObject({ ok: false, file, seq });
  }),
  'a file that is gone': fc.asyncProperty(made, fc.constantFrom(...BUNDLE_FILES), async ({ bundle }, name) => {
    const { [name]: _gone, ...rest } = bundle;
    expect(await verify(rest)).toEqual({ ok: false, why: 'file_missing', file: name });
  }),
};

describe('tampering with a bundle', () => {
  it.each(Object.entries(tamperings))(`%s is detected in each of ${TRIES.numRuns} tries`, async (_name, property) => {
    await fc.assert(property, TRIES);
  });

  it(`raises no false alarm in each of ${CLEAN} clean runs, with checkpoints as they were saved from mails`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: SIZE }),
        anywhere,
        fc.nat(0xffff_ffff),
        anywhere,
        savedFromMail,
        async (size, at, mask, step, saved) => {
          const log = ORIGINAL.slice(0, size);
          const chosen = sequences(1, size).filter((seq) => (mask >>> (seq % 32)) % 2 === 1);
          const before = at % (size + 1);
          const bundle = bundleOf(chosen.length > 0 ? { log, chosen, before } : { log, before });
          const trust = { keys: [KEY], older: saved(checkpointOf(log, before)) };
          const proved = { ok: true, older: before, timeBack: undefined };
          expect(await verifyBundle(sourceOf(bundle, 1 + (step % 3_000)), trust)).toMatchObject(proved);
          expect(await archiveVerdict(archiveOf(bundle), trust)).toMatchObject(proved);
        },
      ),
      { numRuns: CLEAN, seed: 6962 },
    );
  });
});

function viewChanged(bundle: Bundle, name: 'events.csv' | 'events.ocsf.jsonl', change: (all: string[]) => string[]) {
  const before = lines(bundle[name]);
  const after = change(before);
  fc.pre(after.join('\n') !== before.join('\n'));
  const changed = { ...bundle, [name]: unlines(after) };
  return (async () => {
    expect(await verify(changed)).toMatchObject({ ok: false, why: 'file_changed', file: name });
    expect(await verify(covered(changed), { keys: [KEY] })).toMatchObject({ ok: false, why: 'view_differs' });
  })();
}

function archiveOf(
  bundle: Bundle,
  order: readonly BundleFile[] = BUNDLE_FILES,
  sum = (name: BundleFile) => crc32(bundle[name]),
): Buffer {
  const files = order.map((name) => ({ name, bytes: bundle[name].length, crc32: sum(name) }));
  const { headers, end } = zipFrame(files);
  return Buffer.concat([...order.flatMap((name, at) => [headers[at] ?? Buffer.alloc(0), bundle[name]]), end]);
}

const archiveVerdict = (archive: Buffer, trust: Trust = { keys: [KEY] }) =>
  verifyArchive(archive.length, (at, length) => Promise.resolve(archive.subarray(at, at + length)), trust);

/** Every value of a manifest, by the names that lead to it. */
function manifestPaths(
  of: unknown = manifestIn(bundles[0]?.bundle as Bundle),
  path: readonly string[] = [],
): string[][] {
  if (typeof of !== 'object' || of === null) return [[...path]];
  return Object.entries(of).flatMap(([name, value]) => manifestPaths(value, [...path, name]));
}

function changeAt(manifest: Record<string, unknown>, path: readonly string[]): void {
  const [name = '', ...rest] = path;
  const value = manifest[name];
  if (rest.length > 0) return changeAt(value as Record<string, unknown>, rest);
  manifest[name] = typeof value === 'number' ? value + 1 : `${String(value)}x`;
}

/** Two sizes of trees, in any order. */
function sizes(): fc.Arbitrary<[number, number]> {
  return fc.tuple(fc.integer({ min: 1, max: SIZE }), fc.integer({ min: 1, max: SIZE }));
}

function sequences(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function entry(seq: number, outcome: 'refused' | 'failed'): string {
  return stored({ ...approval(seq), outcome }).bytes.toString('utf8');
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  const place = (at >> 3) % bytes.length;
  changed[place] = (changed[place] as number) ^ (1 << (at & 7));
  return changed;
}
