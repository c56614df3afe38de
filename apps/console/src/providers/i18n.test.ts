import { expect, it } from 'vitest';
import { i18nProvider } from './i18n.ts';

it('writes the numbers of a list as the office does', () => {
  const range = { offsetBegin: 1001, offsetEnd: 1025, total: 61_204 };
  expect(i18nProvider.translate('ra.navigation.page_range_info', range)).toBe('1,001–1,025 of 61,204');
});
