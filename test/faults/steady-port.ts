import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A port that stays the same while what is behind it moves: a database that is started again gets another one. */
export interface SteadyPort {
  readonly port: number;
  /** Where new connections go; nowhere while undefined. */
  to: number | undefined;
  close(): Promise<void>;
}

export async function steadyPort(): Promise<SteadyPort> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const steady = self.to === undefined ? undefined : connect(self.to, '127.0.0.1');
    if (!steady) return void near.destroy();
    for (const [socket, other] of [
      [near, steady],
      [steady, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => other.destroy() && sockets.delete(socket));
    }
    near.pipe(steady).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: SteadyPort = {
    port: (server.address() as AddressInfo).port,
    to: undefined,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return self;
}
