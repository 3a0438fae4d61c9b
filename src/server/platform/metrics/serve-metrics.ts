import { createServer } from 'node:http';
import { CannotStart } from '../cannot-start.ts';
import { isLoopback } from '../mail/loopback.ts';
import type { Metrics } from './open-metrics.ts';

type Served = { readonly port: number; stop(): Promise<void> };

/** A page of another site whose name was pointed at this machine comes with that name. */
const namesThisMachine = (host: string | undefined) => host !== undefined && isLoopback(host.replace(/:\d+$/, ''));

/**
 * Answers `GET /metrics` on a port of its own that only this machine reaches: how busy a hospital is, and which version
 * it runs, is nobody else's business. Whoever watches from elsewhere comes through what the operator puts in front.
 */
export function serveMetrics(metrics: Pick<Metrics, 'text'>, port: number): Promise<Served> {
  const server = createServer(async (request, response) => {
    if (!namesThisMachine(request.headers.host)) return void response.writeHead(403).end();
    if (request.url !== '/metrics' || request.method !== 'GET') return void response.writeHead(404).end();
    const told = await metrics.text().catch(() => undefined);
    if (!told) return void response.writeHead(500).end();
    response.writeHead(200, { 'Content-Type': told.type, 'Cache-Control': 'no-store' }).end(told.body);
  });
  server.maxConnections = 16;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message = `MAMORI_METRICS_PORT のポート ${port} は、ほかのプログラムが使っています。別の番号を指定してください。`;
      reject(error.code === 'EADDRINUSE' ? new CannotStart(message, { cause: error }) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      const stop = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ port: found, stop });
    });
  });
}
