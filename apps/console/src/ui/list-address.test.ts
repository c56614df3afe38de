import { expect, test } from 'vitest';
import { listAddress } from './list-address.ts';

test('writes a list with its filter so that it can be sent to a colleague', () => {
  const address = listAddress(
    'convictions',
    { state: ['evaluated'], mine: undefined },
    { field: 'since', order: 'ASC' },
  );
  const query = new URLSearchParams(address.split('?')[1]);
  expect(address.startsWith('/convictions?')).toBe(true);
  expect(JSON.parse(query.get('filter') ?? '')).toEqual({ state: ['evaluated'] });
  expect([query.get('sort'), query.get('order')]).toEqual(['since', 'ASC']);
});
