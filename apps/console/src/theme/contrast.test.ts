import { expect, test } from 'vitest';
import { dark, light, tones, type Look } from './tokens.ts';

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => channel(parseInt(hex.slice(from, from + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
const grounds = (look: Look) => [look.page, look.paper, look.rail, look.hover];

for (const look of [light, dark]) {
  test(`reads at 4.5 : 1 or more on every ground (${look.mode})`, () => {
    for (const ground of grounds(look)) {
      for (const ink of [look.text, look.soft, look.accent, look.error, look.warning, look.success]) {
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const ground of [look.accent, look.accentOver, look.error, look.errorOver]) {
      expect(contrast(look.accentInk, ground), `on a button of ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test(`reads every status at 4.5 : 1 or more (${look.mode})`, () => {
    for (const tone of tones) {
      const { ground, ink } = look.tone[tone];
      for (const under of ground === 'transparent' ? grounds(look) : [ground]) {
        expect(contrast(ink, under), tone).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
}
