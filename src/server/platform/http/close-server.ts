import type { ServerType } from '@hono/node-server';

const idleMs = 50;

/**
 * Takes no more requests and lets those under way end, for so long in ms. Whoever was being answered keeps the connection for the next request: it is
 * closed as soon as it is idle, not when the caller lets it go.
 */
export async function closeServer(server: ServerType, patienceMs = 3_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if (!('closeAllConnections' in server)) return closed;
  const idle = setInterval(() => server.closeIdleConnections(), idleMs);
  const late = setTimeout(() => server.closeAllConnections(), patienceMs).unref();
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
