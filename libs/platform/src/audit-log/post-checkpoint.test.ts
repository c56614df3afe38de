import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { isInside, postCheckpoint } from './post-checkpoint.ts';

it('knows the addresses of this host, its network and of what cloud hosts keep their secrets under', () => {
  const inside = ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'];
  for (const address of [...inside, '::1', '::', 'fd00::1', 'fe80::1', '::ffff:10.0.0.1', '::ffff:7f00:1']) {
    expect(isInside(address), address).toBe(true);
  }
  for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111']) expect(isInside(address), address).toBe(false);
});

it('sends nothing inside, nor in the open, when it is to send outside only', async () => {
  for (const address of ['https://127.0.0.1/', 'https://[::1]/', 'https://localhost/', 'https://169.254.169.254/']) {
    await expect(postCheckpoint(address, 'note', true), address).rejects.toThrow('inside of the network');
  }
  await expect(postCheckpoint('http://example.com/', 'note', true)).rejects.toThrow('Only https');
});

it('follows no redirect and says what was answered', async () => {
  const server = createServer((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await expect(postCheckpoint(`http://127.0.0.1:${port}/`, 'note', false)).rejects.toThrow('It answered 302.');
  await new Promise((resolve) => server.close(resolve));
  await expect(postCheckpoint(`http://127.0.0.1:${port}/`, 'note', false)).rejects.toThrow('ECONNREFUSED');
});
