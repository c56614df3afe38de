import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort, portFrom } from './ports.ts';

it('passes a port that somebody listens on', async () => {
  const wanted = await freePort();
  const taken = createServer().listen(wanted, '127.0.0.1');
  await once(taken, 'listening');
  try {
    expect(await portFrom(wanted)).toBeGreaterThan(wanted);
  } finally {
    taken.close();
  }
});

it.each([0, -1, 65_536, Number.NaN])('refuses %s as a port', async (wanted) => {
  await expect(portFrom(wanted)).rejects.toThrow('Not a port');
});
