import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkpointOf, KEY, ORIGIN } from '../testing/bundles.ts';
import { logOf } from '../testing/entries.ts';
import { savedFromMail } from '../testing/mails.ts';
import { openKeptCheckpoint } from './kept-checkpoint.ts';
import { privateKeyOf, publicKeyOf, verifierKey } from './signed-note.ts';

const log = logOf(12);
const note = checkpointOf(log);
const stranger = verifierKey(ORIGIN, publicKeyOf(privateKeyOf(Buffer.alloc(32, 9))));

it('is opened in 1,000 of 1,000 ways to save it from a mail, by any of the keys', () => {
  fc.assert(
    fc.property(savedFromMail, (saved) => {
      expect(openKeptCheckpoint(saved(note), [stranger, KEY])).toMatchObject({ ok: true, checkpoint: { size: 12 } });
    }),
    { numRuns: 1000, seed: 6962 },
  );
});

it('is refused in 1,000 of 1,000 ways to change a letter of it, however it was saved', () => {
  fc.assert(
    fc.property(savedFromMail, fc.nat(), (saved, at) => {
      const place = at % note.length;
      const letter = note[place] ?? '';
      fc.pre(/[A-Za-z0-9]/.test(letter));
      const changed = note.slice(0, place) + (letter === 'e' ? 'f' : 'e') + note.slice(place + 1);
      expect(openKeptCheckpoint(saved(changed), [KEY]).ok).toBe(false);
    }),
    { numRuns: 1000, seed: 6962 },
  );
});

it('says why it is none', () => {
  expect(openKeptCheckpoint('some other text', [KEY])).toEqual({ ok: false, why: 'not_a_checkpoint' });
  expect(openKeptCheckpoint(note, [stranger])).toEqual({ ok: false, why: 'other_key' });
  const longer = note.replace('\n12\n', '\n13\n').replaceAll('\n', '\r\n');
  expect(openKeptCheckpoint(longer, [stranger, KEY])).toEqual({ ok: false, why: 'bad_signature' });
});
