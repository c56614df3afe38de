import { expect, test } from 'vitest';
import { funnelBars } from './funnel-bars.ts';
import { inScope } from './in-scope.ts';

const bars = funnelBars([
  { key: 'imported', count: 0 },
  { key: 'evaluated', count: 60 },
  { key: 'recommended', count: 0 },
  { key: 'returned', count: 1 },
  { key: 'approved', count: 39 },
  { key: 'sealed', count: 0 },
]);

test('shows the main line always and the side lanes once they hold something', () => {
  expect(bars.map(({ key }) => key)).toEqual(['evaluated', 'recommended', 'returned', 'approved']);
});
test('leads every bar to its list', () => {
  const filters = bars.map(({ to }) => new URLSearchParams(to?.split('?')[1]).get('filter'));
  expect(JSON.parse(filters[0] ?? '')).toEqual({ ...inScope, state: ['evaluated'] });
});
test('gives each bar its share of all', () => expect(bars.map(({ note }) => note)).toEqual(['60%', '0%', '1%', '39%']));
