import { connect, createServer, type Socket } from 'node:net';

export type OneAddress = {
  readonly url: string;
  /** How many connections each server behind it got. */
  readonly shares: readonly number[];
  stop(): Promise<void>;
};

/** What stands before several servers: hands each connection to the next of them in turn. */
export async function oneAddress(urls: readonly string[]): Promise<OneAddress> {
  const shares = urls.map(() => 0);
  const open = new Set<Socket>();
  let next = 0;
  const server = createServer((from) => {
    const chosen = next % urls.length;
    next += 1;
    shares[chosen] = (shares[chosen] ?? 0) + 1;
    const { hostname, port } = new URL(urls[chosen] ?? '');
    const to = connect(Number(port), hostname);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    shares,
    stop: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
