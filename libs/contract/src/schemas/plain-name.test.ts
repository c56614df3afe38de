import { describe, expect, it } from 'vitest';
import { nameKey, plainName } from './plain-name.ts';

const name = plainName(1, 20);
const taken = (text: string) => name.safeParse(text);

describe('a name', () => {
  it.each([
    ['Rosa Lind', 'Rosa Lind'],
    ['  José  Ñúñez ', 'José Ñúñez'],
    ['Jose\u0301', 'José'],
    ['O’Brien-Smith, Jr.', 'O’Brien-Smith, Jr.'],
    ['Наталья', 'Наталья'],
    ['山田 太郎', '山田 太郎'],
  ])('is taken as %s', (typed, kept) => expect(taken(typed)).toMatchObject({ success: true, data: kept }));

  it.each([
    ['turned around', 'Rosa \u202Edni\u202C'],
    ['isolated', 'Rosa \u2066Lind\u2069'],
    ['marked', 'Rosa\u200FLind'],
    ['with a space of no width', 'Rosa\u200BLind'],
    ['with a byte order mark within', 'Rosa\uFEFFLind'],
    ['with a soft hyphen', 'Ro\u00ADsa'],
    ['with a line end', 'Rosa\nLind'],
    ['with a line separator', 'Rosa\u2028Lind'],
    ['with a control character', 'Rosa\u0007'],
    ['with half a character', 'Rosa\uD800'],
    ['with a Cyrillic a among Latin letters', 'Ros\u0430'],
    ['empty but for spaces', '   '],
    ['too long', 'x'.repeat(21)],
  ])('is refused when it is %s', (_, typed) => expect(taken(typed).success).toBe(false));

  it('is the same however it is written', () => {
    for (const typed of ['ROSA LIND', 'rosa lind', 'Rosa-Lind', 'Rosa  Lind.', 'Ｒｏｓａ Lind'])
      expect(nameKey(typed)).toBe(nameKey('Rosa Lind'));
    expect(nameKey('Rosa M. Lind')).not.toBe(nameKey('Rosa Lind'));
  });
});
