import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameWords } from './name-words.ts';
import { slipsOf } from './slips.ts';
import { soundOf } from './sound.ts';

const all = (text: string) => nameWords(text).flatMap(({ joined, word }) => (joined ? [word, joined] : [word]));
/** Letters, accents and signs that a keyboard or a clipboard can bring. */
const typed = [...'abzÀéñüŁøßİıǆŉﬁΣςЖ李가%_\\\'’`´ʼ",;-.()01 \u0301\u0000\u200d\u{1F600}'];
const words = (text: string) => all(text).sort();

describe('the words of a name', () => {
  test.each([
    ['GARCIA,JOSE LUIS', ['GARCIA', 'JOSE', 'LUIS']],
    ['Garcia, José Luis JR', ['GARCIA', 'JOSE', 'LUIS']],
    ['PEÑA,ÁNGEL', ['ANGEL', 'PENA']],
    ["O'BRIEN,SEAN", ['BRIEN', 'O', 'OBRIEN', 'SEAN']],
    ['O’Brien, Sean', ['BRIEN', 'O', 'OBRIEN', 'SEAN']],
    ['DE LA CRUZ,MARIA', ['CRUZ', 'DELACRUZ', 'MARIA']],
    ['MC DONALD,ANN', ['ANN', 'DONALD', 'MC', 'MCDONALD']],
    ['HARO-VEGA,ANA', ['ANA', 'HARO', 'VEGA']],
    ['SØRENSEN,ŁUKASZ', ['LUKASZ', 'SORENSEN']],
    ['KING 3RD,JAMES', ['JAMES', 'KING']],
    ['NGUYEN,VAN THUY', ['NGUYEN', 'THUY', 'VAN', 'VANTHUY']],
    ['DE,LA', ['DE', 'LA']],
    ['JR', ['JR']],
    ['李小龍', ['李小龍']],
    ['% _ -- 123', []],
    ['', []],
  ])('of %s', (name, expected) => {
    expect(words(name)).toEqual(expected);
  });

  const part = fc.constantFrom(
    'GARCIA',
    'De La Cruz',
    "O'Brien",
    'Muñoz',
    'Nguyễn',
    'MC DONALD',
    'Østby',
    'Zoë',
    'Haro-Vega',
  );
  const parts = fc.uniqueArray(part, { minLength: 1, maxLength: 4 });

  test('are the same in every order, case and way to write accents', () => {
    fc.assert(
      fc.property(parts, fc.boolean(), fc.boolean(), fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (names, lower, taken, order) => {
        const shuffled = [...names].map((name) => ({ name, at: order[names.indexOf(name)] ?? 0 })).sort((a, b) => a.at - b.at);
        const text = shuffled
          .map(({ name }) => name)
          .join(', ')
          .normalize(taken ? 'NFD' : 'NFC');
        expect(words(lower ? text.toLowerCase() : text.toUpperCase())).toEqual(words(names.join(',')));
      }),
    );
  });

  test('hold nothing but letters in capitals, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...typed), maxLength: 40 }), (text) => {
        expect(all(text).filter((word) => !/^\p{L}+$/u.test(word) || word !== word.toUpperCase())).toEqual([]);
      }),
    );
  });
});

describe('a slip of the finger', () => {
  test('of one letter leads back to what was meant, wherever it happened', () => {
    const word = fc.stringMatching(/^[A-Z]{4,12}$/);
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom('out', 'in', 'other', 'swap'),
        fc.constantFrom(...'QXZ'),
        (meant, seed, slip, letter) => {
          const at = seed % meant.length;
          const [before, after] = [meant.slice(0, at), meant.slice(at)];
          const typed = {
            out: before + after.slice(1),
            in: before + letter + after,
            other: before + letter + after.slice(1),
            swap: before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2),
          }[slip];
          if (typed !== meant) expect(slipsOf(typed).has(meant)).toBe(true);
        },
      ),
    );
  });

  test('makes some hundred texts of a name, not thousands', () => {
    expect(slipsOf('HERNANDEZ').size).toBeLessThan(550);
  });
});

describe('the sound of a word', () => {
  test.each([
    ['GONZALEZ', 'GONSALES', 'GONZALES'],
    ['HERNANDEZ', 'ERNANDES', 'HERNANDES'],
    ['PHAM', 'FAM'],
    ['CATHERINE', 'KATHRYN', 'KATHERINE'],
    ['JIMENEZ', 'GIMENES', 'JIMENES'],
    ['VARGAS', 'BARGAS', 'VARGAZ'],
    ['KNIGHT', 'NITE'],
    ['JEFFREY', 'GEOFREY'],
    ['RODRIGUEZ', 'RODRIGES'],
    ['XIONG', 'SYONG'],
  ])('is the same of %s and its spellings', (...spellings) => {
    expect(new Set(spellings.map(soundOf)).size).toBe(1);
    expect(soundOf(spellings[0] ?? '')).not.toBe('');
  });

  test.each([
    ['GARCIA', 'GOMEZ'],
    ['MARTIN', 'MARTINEZ'],
    ['SMITH', 'SCOTT'],
    ['WILSON', 'WATSON'],
  ])('tells %s from %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  test('says nothing of a word with one sound', () => {
    expect(['LEE', 'A', 'IO'].map(soundOf)).toEqual(['', '', '']);
  });
});
