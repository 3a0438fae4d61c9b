import type { MiddlewareHandler } from 'hono';
import type { DiskRoom } from '../disk-room.ts';
import type { Endpoint } from './endpoints.ts';
import { refuse } from './error-response.ts';

const places = ['facility', 'organisation', 'system'];

/**
 * Refuses to write more where the disk is nearly full, before the database finds it so: a PostgreSQL that cannot write
 * its log stops. Reading, signing in and taking away go on with what is kept free for them.
 */
export function whileRoom({ access, method }: Endpoint, hasRoom: DiskRoom | undefined): MiddlewareHandler {
  const writes = places.includes(access.kind) && !['GET', 'DELETE'].includes(method);
  return async (c, next) => (writes && hasRoom && !(await hasRoom()) ? refuse(c, 'storage-full') : next());
}
