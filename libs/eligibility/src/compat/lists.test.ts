import { describe, expect, test } from 'vitest';
import { numbers } from '../../testing-compat/boundary-rows.ts';
import { isModelRegistrable, isModelSuperStrike } from '../../testing-compat/literal-model.ts';
import { gangForm, gangOffenses, registrableForms, superStrikeForms } from '../../testing-compat/written-forms.ts';
import { listed } from './lists.ts';

describe('the text search of the old tools', () => {
  test.each([
    ['187 PC', true],
    ['187(A) PC', false],
    ['537 PC', true],
    ['237 PC', true],
    ['190.25(B) PC', true],
    ['190.123 PC', false],
    ['191(A) PC', false],
    ['261(A)(2) PC', true],
    ['261.5 PC', false],
    ['286(C) PC', false],
    ['286(C)(2)(A) PC', true],
    ['288(A)(C)(1) PC', false],
    ['288A(C)(2)(B) PC', true],
    ['667.71 PC', true],
    ['667.6 PC', false],
    ['1672(A) MV', true],
    ['1672(A) PC', false],
    ['187 pc', false],
    ['187PC', false],
    ['246/186.22(B)(4) PC', true],
    ['186.22(B)(4)+213(A)(1)(A) PC', true],
    ['186.22(B)(3)+136.1 PC', false],
    ['186.22(B)(4) PC', false],
  ])('finds a super-strike in %s: %s', (text, found) => {
    expect(listed(text).superStrike).toBe(found);
  });

  test.each([
    ['288(A) PC', false],
    ['288A(C) PC', true],
    ['288.2(A) PC', true],
    ['288.6 PC', false],
    ['261(A)(2) PC', true],
    ['261.5(C) PC', true],
    ['2611 PC', false],
    ['262(A)(1) PC', true],
    ['262 PC', false],
    ['264.1(X) PC', true],
    ['264.11 PC', false],
    ['286(C)(2) PC', true],
    ['286.5 PC', false],
    ['289(A)(1) PC', true],
    ['289.6 PC', false],
    ['311.10 PC', true],
    ['311.2(A) PC', false],
    ['314(1) PC', true],
    ['314.1 PC', false],
    ['647.6(A) PC', true],
    ['647(A) PC', false],
    ['653F PC', false],
    ['653F(B) PC', true],
  ])('finds an offense of PC 290 in %s: %s', (text, found) => {
    expect(listed(text).registrable).toBe(found);
  });

  test('finds in ten thousand texts made of the forms what the forms say, written out', () => {
    const next = numbers(64);
    const forms = [...superStrikeForms, ...registrableForms, ...gangOffenses, gangForm, `${gangForm} PC`];
    const pieces = [...forms.flatMap((form) => form.split(/[[\]|…]/)), ' PC', '(', ')', '.', 'A', '1', '/', ' ', 'X'];
    for (let round = 0; round < 10_000; round++) {
      let text = '';
      while (text === '' || next() < 0.7) text += pieces[Math.floor(next() * pieces.length)] ?? '';
      const { registrable, superStrike } = listed(text);
      expect([text, superStrike, registrable]).toEqual([text, isModelSuperStrike(text), isModelRegistrable(text)]);
    }
  });
});
