import { describe, expect, it } from 'vitest';
import { PETER, SOFA } from '../testing/note-vectors.ts';
import { checkpointText, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { privateKeyOf, publicKeyOf, verifierKey } from './signed-note.ts';

const key = privateKeyOf(PETER.seed);
const root = Buffer.from(SOFA.root, 'base64');
const text = SOFA.note.slice(0, SOFA.note.indexOf('\n\n') + 1);

describe('a checkpoint', () => {
  it('is read and written as in the published example', () => {
    expect(parseCheckpoint(text)).toEqual({ origin: SOFA.origin, size: SOFA.size, root });
    expect(checkpointText({ origin: SOFA.origin, size: SOFA.size, root })).toBe(text);
  });

  it('is signed under its origin and opened with that key only', () => {
    const checkpoint = { origin: SOFA.origin, size: 7, root };
    const note = signCheckpoint(checkpoint, key);
    const verifier = (name: string) => verifierKey(name, publicKeyOf(key));
    expect(openCheckpoint(note, verifier(SOFA.origin))).toEqual({ ok: true, checkpoint });
    expect(openCheckpoint(note, verifier('example.com/elsewhere'))).toEqual({ ok: false, why: 'other_key' });
    expect(openCheckpoint(note.replace('\n7\n', '\n8\n'), verifier(SOFA.origin))).toEqual({
      ok: false,
      why: 'bad_signature',
    });
    expect(openCheckpoint(SOFA.note, verifier(SOFA.origin))).toEqual({ ok: false, why: 'other_key' });
  });

  it('may have extension lines, and is none when a line is wrong', () => {
    expect(parseCheckpoint(`${text}extension\n`)).toMatchObject({ size: SOFA.size });
    for (const bad of [
      '',
      'origin\n',
      text.slice(0, -1),
      `\n${text}`,
      `${text}\n`,
      text.replace('20852163', '020852163'),
      text.replace('20852163', '-1'),
      text.replace('20852163', '1e3'),
      text.replace('20852163', '9007199254740993'),
      text.replace('q2I=', 'q2J='),
      text.replace('CsUY', ''),
    ]) {
      expect(parseCheckpoint(bad), bad).toBeUndefined();
    }
  });
});
