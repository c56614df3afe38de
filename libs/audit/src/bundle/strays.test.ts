import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundleOf, KEY, sourceOf } from '../../testing/bundles.ts';
import { logOf } from '../../testing/entries.ts';
import { BUNDLE_FILES } from './names.ts';
import { straysAmong } from './strays.ts';
import { verifyBundle } from './verify-bundle.ts';

const own: readonly string[] = BUNDLE_FILES;
const bundle = bundleOf({ log: logOf(3) });
const verify = (names: readonly string[], of = bundle) => verifyBundle(sourceOf(of), { keys: [KEY] }, names);
const ofSystem = ['.DS_Store', '._proof', '__MACOSX', '__MACOSX/._proof', 'Thumbs.db', 'Desktop.ini'];

it('tells what an operating system leaves from what somebody put there', () => {
  expect(straysAmong([...BUNDLE_FILES, ...ofSystem, 'notes.txt', 'proof (1)', 'DS_Store'])).toEqual({
    ofSystem: [...ofSystem].sort(),
    foreign: ['DS_Store', 'notes.txt', 'proof (1)'],
  });
  expect(straysAmong(BUNDLE_FILES)).toEqual({ ofSystem: [], foreign: [] });
});

it('refuses a bundle with any file that is not of it, in 1,000 tries out of 1,000, and names the file', async () => {
  const stranger = fc.string({ minLength: 1 }).filter((name) => straysAmong([name]).foreign.length > 0);
  await fc.assert(
    fc.asyncProperty(stranger, fc.nat(BUNDLE_FILES.length), async (name, at) => {
      const verdict = await verify(own.toSpliced(at, 0, name));
      expect(verdict).toEqual({ ok: false, why: 'strange_file', strange: [name] });
    }),
    { numRuns: 1000, seed: 6962 },
  );
});

it('proves a bundle beside which an operating system left something, and says what', async () => {
  expect(await verify([...BUNDLE_FILES, ...ofSystem])).toMatchObject({ ok: true, ofSystem: [...ofSystem].sort() });
  expect(await verify(BUNDLE_FILES)).toMatchObject({ ok: true, ofSystem: [] });
});

it('names what was changed before what was added', async () => {
  const changed = { ...bundle, 'events.csv': Buffer.from('something else') };
  expect(await verify([...BUNDLE_FILES, 'notes.txt'], changed)).toMatchObject({
    why: 'file_changed',
    file: 'events.csv',
  });
});

it.each(BUNDLE_FILES)('refuses an archive that holds %s twice', async (name) => {
  expect(await verify([...BUNDLE_FILES, name])).toEqual({ ok: false, why: 'file_twice', file: name });
});
