import { createServer as createTlsServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';

export type ConnectionLimits = {
  /** Time in ms for the head of a request, and for the whole of it with its body. */
  readonly headMs: number;
  readonly requestMs: number;
  /** Bytes of the first line and all headers of a request. */
  readonly headBytes: number;
  readonly connections: number;
  /** So that one place leaves the others something; a hospital of 600 behind one address needs six for each browser. */
  readonly connectionsOfOne: number;
};

export const usualConnectionLimits: ConnectionLimits = {
  headMs: 20_000,
  requestMs: 300_000,
  headBytes: 16 * 1024,
  connections: 10_000,
  connectionsOfOne: 5_000,
};

export type Listening = {
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
  readonly port: number;
  readonly host: string;
  readonly certificate?: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  readonly limits?: Partial<ConnectionLimits>;
  /** A proxy of ours speaks for many: its connections are not counted as those of one place. */
  readonly isProxy?: (address: string) => boolean;
};

function leaveOthersSome(server: Server, most: number, isProxy: (address: string) => boolean): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (isProxy(address)) return;
    const own = (open.get(address) ?? 0) + 1;
    if (own > most) {
      socket.destroy();
      return;
    }
    open.set(address, own);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

const checksEvery = (ms: number) => Math.min(5_000, Math.max(50, ms / 4));

/** Takes requests within limits that hold before any of them is understood: of time, of size, of connections. */
export function listen({
  fetch,
  port,
  host,
  certificate,
  limits,
  isProxy = () => false,
}: Listening): Promise<ServerType> {
  const { headMs, requestMs, headBytes, connections, connectionsOfOne } = { ...usualConnectionLimits, ...limits };
  const bounds = {
    headersTimeout: headMs,
    requestTimeout: requestMs,
    maxHeaderSize: headBytes,
    connectionsCheckingInterval: checksEvery(headMs),
  };
  return new Promise((resolve, reject) => {
    const secure = certificate && { createServer: createTlsServer };
    const serverOptions = { ...certificate, ...bounds };
    const server = serve({ fetch, port, hostname: host, ...secure, serverOptions }, () => resolve(server));
    server.maxConnections = connections;
    leaveOthersSome(server, connectionsOfOne, isProxy);
    server.once('error', reject);
  });
}
