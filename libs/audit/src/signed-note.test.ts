import { describe, expect, it } from 'vitest';
import { BAD_KEYS, ENOCH, PETER } from '../testing/note-vectors.ts';
import {
  openNote,
  parseVerifierKey,
  privateKeyOf,
  publicKeyOf,
  signNote,
  verifierKey,
  verifierKeyText,
} from './signed-note.ts';

const keyOf = (text: string) => {
  const key = parseVerifierKey(text);
  if (!key) throw new Error('The published key is one.');
  return key;
};
const [peter, enoch] = [keyOf(PETER.key), keyOf(ENOCH.key)];
const open = (note: string, key = peter) => openNote(note, key);

describe('a verifier key', () => {
  it('is read and written as published', () => {
    expect(peter).toMatchObject({ name: 'PeterNeumann', id: 0xc74f20a3 });
    expect(verifierKeyText(peter)).toBe(PETER.key);
    expect(verifierKeyText(verifierKey(PETER.name, publicKeyOf(privateKeyOf(PETER.seed))))).toBe(PETER.key);
    expect(verifierKeyText(enoch)).toBe(ENOCH.key);
  });

  it('is none when any part of it is missing or changed', () => {
    for (let from = 0; from < PETER.key.length; from += 1) {
      for (let to = from + 1; to <= PETER.key.length; to += 1) {
        if (to - from < PETER.key.length) expect(parseVerifierKey(PETER.key.slice(from, to))).toBeUndefined();
      }
      const changed = String.fromCharCode(PETER.key.charCodeAt(from) + 1);
      expect(parseVerifierKey(PETER.key.slice(0, from) + changed + PETER.key.slice(from + 1))).toBeUndefined();
    }
    for (const key of BAD_KEYS) expect(parseVerifierKey(key)).toBeUndefined();
  });

  it('is not made with a name or of bytes that no note can carry', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u00a0b']) {
      expect(() => verifierKey(name, peter.publicKey)).toThrow(RangeError);
    }
    expect(() => verifierKey('a', peter.publicKey.subarray(1))).toThrow(RangeError);
  });
});

describe('a signed note', () => {
  const note = `${PETER.text}\n${PETER.signature}`;

  it('is the published one, byte for byte', () => {
    expect(signNote(PETER.text, PETER.name, privateKeyOf(PETER.seed))).toBe(note);
    expect(open(note)).toEqual({ ok: true, text: PETER.text });
    expect(open(`${PETER.text}\n${PETER.signature}${ENOCH.signature}`)).toEqual({ ok: true, text: PETER.text });
    expect(open(`${PETER.text}\n${ENOCH.signature}`, enoch)).toEqual({ ok: true, text: PETER.text });
  });

  it('may hold empty lines: the last one parts it from its signatures', () => {
    const text = 'Ognuno sta solo\n\ned è subito sera.\n';
    const signed = signNote(text, 'quasimodo.example/x', privateKeyOf(PETER.seed));
    expect(openNote(signed, verifierKey('quasimodo.example/x', peter.publicKey))).toEqual({ ok: true, text });
  });

  it('is not opened by another key, nor with a signature that does not hold', () => {
    expect(open(note, enoch)).toEqual({ ok: false, why: 'other_key' });
    const renamed = note.replace('— PeterNeumann', '— CarmenSandiego');
    expect(open(renamed)).toEqual({ ok: false, why: 'other_key' });
    const stranger = { ...peter, publicKey: enoch.publicKey };
    expect(open(note, stranger)).toEqual({ ok: false, why: 'bad_signature' });
    expect(open(note.replace('problem is', 'problem was'))).toEqual({ ok: false, why: 'bad_signature' });
    const longer = `${PETER.signature.slice(0, 60)}ABCD${PETER.signature.slice(60)}`;
    expect(open(`${PETER.text}\n${longer}`)).toEqual({ ok: false, why: 'bad_signature' });
    expect(open(`${PETER.text}\n${PETER.signature}${longer}`)).toEqual({ ok: false, why: 'bad_signature' });
  });

  it.each([
    ['no signature', PETER.text],
    ['no signature after the empty line', `${PETER.text}\n`],
    ['no line end', note.slice(0, -1)],
    ['a control character', `\u0001${note}`],
    ['bytes that were no UTF-8', Buffer.concat([Buffer.of(0xff), Buffer.from(note)]).toString('utf8')],
    ['a name with a space', note.replace('— PeterNeumann', '— Bad Name')],
    ['a line that is no signature', `${note}Unexpected line.\n`],
    ['101 signatures', `${PETER.text}\n${PETER.signature.repeat(101)}`],
    ['a signature in another form of base 64', note.replace('nAM=\n', 'nAN=\n')],
  ])('is none with %s', (_what, changed) => {
    expect(open(changed)).toMatchObject({ ok: false });
  });

  it('is not made of a text that is not whole lines', () => {
    expect(() => signNote('abc', 'a', privateKeyOf(PETER.seed))).toThrow(RangeError);
    expect(() => signNote('a\tb\n', 'a', privateKeyOf(PETER.seed))).toThrow(RangeError);
  });
});
