import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameWords } from '@clearance/record';
import { rangesOf, readAsked, type Asked } from './asked.ts';

const key = Buffer.alloc(32, 7);
const readings = (text: string): readonly [Asked, ...Asked[]] => {
  const asked = readAsked(text);
  if (typeof asked === 'string') throw new Error(`${text}: ${asked}`);
  return asked;
};
const read = (text: string): Asked => readings(text)[0];
const namesIn = (text: string) => read(text).names.map(({ word }) => word);

describe('what was typed', () => {
  it.each([
    ['garcia jose', ['GARCIA', 'JOSE']],
    ['García,  José', ['GARCIA', 'JOSE']],
    ['garcia 3/2/1979', ['GARCIA']],
    ['garcia born 3/2/1979', ['GARCIA']],
    ['GARCIA BA 123456', ['GARCIA']],
    ['123456 garcia', ['GARCIA']],
    ['May Garcia', ['MAY', 'GARCIA']],
    ['garcia May 3, 1979', ['GARCIA']],
  ])('%s names %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    ['garcia 3/2/1979', ['1979-03-02']],
    ['garcia 03-02-1979', ['1979-03-02']],
    ['1979-03-02 garcia', ['1979-03-02']],
    ['garcia mar 2 1979', ['1979-03-02']],
    ['garcia 2nd March 1979', ['1979-03-02']],
    ['garcia 3/2/79', ['1979-03-02', '2079-03-02']],
    ['garcia 2/30/1979', []],
    ['garcia 19790302', []],
  ])('%s has the birth dates %j', (text, births) => {
    expect(read(text).births).toEqual(births);
  });

  it.each([
    ['CRF-0571204', ['CRF-0571204']],
    ['case no. CRF0571204', ['CRF0571204']],
    ['Docket # 99 F 1234', ['99 F 1234']],
    ['BA 123456', ['BA 123456', '123456']],
    ['SC 31877 B', ['SC 31877 B', '31877']],
    ['garcia CRF-0571204', ['CRF-0571204']],
  ])('%s has the numbers %j', (text, numbers) => {
    expect(read(text).numbers).toEqual(numbers);
  });

  it.each([
    ['lee 1234', [[], ['LEE']], [['LEE 1234', '1234'], ['1234']]],
    ['BA 123456', [[], ['BA']], [['BA 123456', '123456'], ['123456']]],
    ['vo BA123456', [['VO']], [['BA123456']]],
    ['garcia 1234', [['GARCIA']], [['1234']]],
  ])('%s is read in every way that a short word before a number may be meant', (text, names, numbers) => {
    expect(readings(text).map((one) => one.names.map(({ word }) => word))).toEqual(names);
    expect(readings(text).map((one) => one.numbers)).toEqual(numbers);
  });

  it('may be the end of an identifier in the reading in which the short word is a name', () => {
    expect(readings('lee 1234').map(({ lastFour }) => lastFour)).toEqual([undefined, '1234']);
  });

  it('may be a state identifier, alone or beside a name', () => {
    expect(read('a12345678').identifiers).toContain('A12345678');
    expect(read('CII A 12345678').identifiers).toContain('A12345678');
    expect(read('12345678').identifiers).toContain('A12345678');
    expect(read('A012345678').identifiers).toContain('A12345678');
    expect(read('garcia A12345678').identifiers).toContain('A12345678');
    expect(read('garcia 1234').identifiers).toEqual([]);
    expect(read('CRF571204').identifiers).toEqual([]);
  });

  it.each(['', ' ', '%', '_', '%%', '*', '\\', "'", '--', 'a', 'x y', ',', '\u0000'])('%j is nothing', (text) => {
    expect(readAsked(text)).toBe('nothing');
  });

  it('is no search where it is a date of birth alone', () => {
    expect(['3/2/1979', 'DOB 3/2/1979', 'March 2, 1979'].map(readAsked)).toEqual(Array(3).fill('birth_alone'));
  });

  it('is read whatever it is, and asks for no pattern and for nothing beyond a beginning', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const asked = readAsked(text);
        if (typeof asked === 'string') return;
        for (const { from, to } of asked.flatMap((one) => rangesOf(key, one))) {
          // A range never spans more than one kind of token, nor all of a kind.
          expect(from.slice(0, 2)).toMatch(/^[nscdbl]:$/);
          expect(from.length).toBeGreaterThan(2);
          expect(to.startsWith(from)).toBe(true);
        }
      }),
    );
  });

  it('asks for the same in every order, case and spelling of accents', () => {
    const names = ['GARCIA', 'José', 'MUÑOZ', "O'Brien", 'de la Cruz', 'Nguyen'];
    const asks = (text: string) =>
      rangesOf(key, read(text))
        .map(({ cost, from, to }) => `${cost} ${from} ${to}`)
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 1 }), fc.boolean(), fc.boolean(), (some, lower, apart) => {
        const text = some.join(', ').normalize(apart ? 'NFD' : 'NFC');
        const plain = [...some].sort().join(', ');
        expect(asks(lower ? text.toLowerCase() : text.toUpperCase())).toEqual(asks(plain));
      }),
      { numRuns: 30 },
    );
  });

  it('asks for no more than eight names, so that no text makes a search dear', () => {
    const long = Array.from({ length: 40 }, (_, at) => `NAME${String.fromCharCode(65 + (at % 26))}`).join(' ');
    expect(nameWords(long).length).toBe(40);
    expect(read(long).names.length).toBe(8);
  });
});
