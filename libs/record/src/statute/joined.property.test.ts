import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDescription, statuteText } from './read-offense.ts';

const runs = { numRuns: fc.readConfigureGlobal().numRuns ?? 1000 };

/** What the reader takes apart in any case: a sign, a dash, a point, blanks. */
const sign = fc.constantFrom(
  ...['/', '-', '.', ',', ' ', ':', ';', '+', '&', ' / ', ' - ', ', ', ' & ', '--', ' AND ', '_', '|'],
);
const manner = fc.constantFrom('664', '664(A)', '182', '182(A)(1)', '32', '653F');
const offense = fc.constantFrom(
  ...['187', '187(A)', '211', '288(A)', '264.1', '245(D)(3)', '459', '269', '288A', '12022.53', '37', '12022.1'].map(
    (section) => [section, 'PC'] as const,
  ),
  ...['11357', '11357(B)', '11358', '11359', '11360(A)', '11352(A)', '11377', '11379.6(A)', '11357.5'].map(
    (section) => [section, 'HS'] as const,
  ),
);
const words = fc.constantFrom(
  '',
  '-POSSESS FOR SALE',
  ' SALE',
  '-MURDER',
  '-SELL/FURNISH',
  '-28.5 GRAMS/1 OZ',
  '-1ST DEGREE',
);

const cited = (text: string) =>
  readDescription(text)
    .references.map((one) => statuteText(one) + (one.doubt ?? ''))
    .sort();
const isUnread = (text: string) => readDescription(text).unparsed !== undefined;

test('what joins two sections, and which stands first, does not change what they mean', () => {
  fc.assert(
    fc.property(manner, offense, sign, words, fc.boolean(), (first, [section, code], joint, said, isBehind) => {
      const usual = cited(`${first}/${section} ${code}${said}`);
      const text = isBehind ? `${section}${joint}${first} ${code}${said}` : `${first}${joint}${section} ${code}${said}`;
      expect([text, cited(text)]).toEqual([text, usual]);
    }),
    runs,
  );
});

test('joined by nothing they mean the same, or cannot be read', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('664', '182', '32', '664182'),
      offense,
      fc.boolean(),
      (first, [section, code], isBehind) => {
        // PC 3237 might be a section of its own, and PC 37 is treason.
        fc.pre(section !== '37' || first.startsWith('664'));
        const text = isBehind ? `${section}${first} ${code}` : `${first}${section} ${code}`;
        const parts = first === '664182' ? '664/182' : first;
        const isSame = cited(text).join() === cited(`${parts}/${section} ${code}`).join();
        expect([text, isSame || isUnread(text)]).toEqual([text, true]);
      },
    ),
    runs,
  );
});

test('two offenses that are joined by anything are both read, or neither is', () => {
  const any = fc.oneof(sign, fc.constant(''));
  fc.assert(
    fc.property(offense, offense, any, ([one, codeOfOne], [other, code], joint) => {
      // Behind a point 37 cannot be told from two decimals: PC 37 is treason.
      fc.pre(codeOfOne === code && other !== '37');
      const text = `${one}${joint}${other} ${code}`;
      const usual = cited(`${one}/${other} ${code}`);
      const isSame = usual.every((section) => cited(text).includes(section));
      expect([text, isSame || isUnread(text)]).toEqual([text, true]);
    }),
    runs,
  );
});

test('every text is read without an error, and says something or that it cannot be read', () => {
  const piece = fc.constantFrom(
    ...'0123456789'.split(''),
    '664',
    '11359',
    'HS',
    'PC',
    '(',
    ')',
    '-',
    '.',
    '/',
    ',',
    ' ',
    'A',
    'ATT',
    'O',
    '186.22',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const { references, unparsed } = readDescription(pieces.join(''));
      expect(references.length > 0 || unparsed !== undefined).toBe(true);
    }),
    runs,
  );
});
