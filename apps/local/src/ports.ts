import { createServer } from 'node:net';

/** Listens for a moment; the port, or undefined when it is taken. An address family that is absent takes nothing. */
function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? undefined : port),
    );
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0, '127.0.0.1');
  if (!port) throw new Error('No free port on 127.0.0.1.');
  return port;
}

/** The first free port from `wanted` on. A browser may take `localhost` for ::1, so both have to be free. */
export async function portFrom(wanted: number): Promise<number> {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) throw new Error(`Not a port: ${wanted}`);
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port += 1) {
    if ((await tryPort(port, '127.0.0.1')) && (await tryPort(port, '::1'))) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 99}. Choose another one: PORT=4000 npm start`);
}
