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
  type Bundle,
} from '../../testing/bundles.ts';
import { approval, logOf, stored, type Stored } from '../../testing/entries.ts';
import { privateKeyOf, publicKeyOf, verifierKey } from '../signed-note.ts';
import type { Manifest } from './manifest.ts';
import { BUNDLE_FILES } from './names.ts';
import { readZip } from './read-zip.ts';
import { verifyBundle, type Trust } from './verify-bundle.ts';
import { zipFrame } from './zip.ts';

const TRIES = { numRuns: 1000, seed: 6962 };
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
const verify = (bundle: Partial<Bundle>, trust: Trust = { key: KEY }) => verifyBundle(sourceOf(bundle), trust);
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
    expect(await verifyArchive(flipped(archiveOf(bundle), at))).toBe(false);
  }),
  'a cut archive': fc.asyncProperty(made, anywhere, async ({ bundle }, at) => {
    const archive = archiveOf(bundle);
    expect(await verifyArchive(archive.subarray(0, at % archive.length))).toBe(false);
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
    expect(await verify(bundleOf({ log }), { key: KEY, older: checkpointOf(ORIGINAL, held) })).toMatchObject({
      ok: false,
      why: 'rolled_back',
    });
  }),
  'a wrong key': fc.asyncProperty(made, fc.uint8Array({ minLength: 32, maxLength: 32 }), async (one, bytes) => {
    const seed = Buffer.from(bytes);
    const stranger = verifierKey(KEY.name, publicKeyOf(privateKeyOf(seed)));
    // Trusted is another key than the one that signed, or the one whose key lies beside what another has signed.
    expect((await verify(one.bundle, { key: stranger })).ok).toBe(false);
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
    const verdict = await verify(bundleOf({ log: fork }), { key: KEY, older: checkpointOf(ORIGINAL, held) });
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
  'a file that is gone': fc.asyncProperty(made, fc.constantFrom(...BUNDLE_FILES), async ({ bundle }, name) => {
    const { [name]: _gone, ...rest } = bundle;
    expect(await verify(rest)).toEqual({ ok: false, why: 'file_missing', file: name });
  }),
};

describe('tampering with a bundle', () => {
  it.each(Object.entries(tamperings))('%s is detected in 1,000 tries out of 1,000', async (_name, property) => {
    await fc.assert(property, TRIES);
  });

  it('raises no false alarm in 100 clean runs out of 100', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: SIZE }),
        anywhere,
        fc.nat(0xffff_ffff),
        anywhere,
        async (size, at, mask, step) => {
          const log = ORIGINAL.slice(0, size);
          const chosen = sequences(1, size).filter((seq) => (mask >>> (seq % 32)) % 2 === 1);
          const before = at % (size + 1);
          const bundle = bundleOf(chosen.length > 0 ? { log, chosen, before } : { log, before });
          const trust = { key: KEY, older: checkpointOf(log, before), views: true };
          expect(await verifyBundle(sourceOf(bundle, 1 + (step % 3_000)), trust)).toMatchObject({
            ok: true,
            older: before,
          });
          expect(await verifyArchive(archiveOf(bundle))).toBe(true);
        },
      ),
      { numRuns: 100, seed: 6962 },
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
    expect(await verify(covered(changed), { key: KEY, views: true })).toMatchObject({ ok: false, why: 'view_differs' });
  })();
}

function archiveOf(bundle: Bundle): Buffer {
  const files = BUNDLE_FILES.map((name) => ({ name, bytes: bundle[name].length, crc32: crc32(bundle[name]) }));
  const { headers, end } = zipFrame(files);
  return Buffer.concat([...BUNDLE_FILES.flatMap((name, at) => [headers[at] ?? Buffer.alloc(0), bundle[name]]), end]);
}

async function verifyArchive(archive: Buffer): Promise<boolean> {
  const placed = await readZip(archive.length, (at, length) => Promise.resolve(archive.subarray(at, at + length)));
  if (!placed) return false;
  const files = Object.fromEntries(
    placed.map(({ name, start, bytes }) => [name, archive.subarray(start, start + bytes)]),
  );
  return (await verify(files)).ok;
}

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
