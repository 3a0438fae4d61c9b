import type { Context, MiddlewareHandler } from 'hono';
import type { Counter, Histogram, Registry } from 'prom-client';
import type { ApiVariables } from '../http/guard.ts';
import type { RateClass } from '../http/rate-limits.ts';

type Prom = typeof import('prom-client');
type Asked = Context<{ Variables: ApiVariables }>;

/** What was asked for, as the contract writes it: never an id, a name or anything else a caller chose. */
function routeOf(c: Asked): string {
  const endpoint = c.get('endpoint');
  if (endpoint) return endpoint.path;
  const { path } = c.req;
  if (path === '/healthz') return path;
  return path.startsWith('/api/') ? 'unknown' : 'page';
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const methodOf = (c: Asked) => (methods.includes(c.req.method) ? c.req.method : 'other');

export type RequestMetrics = {
  /** Measures every request until its answer begins; what is streamed after that is not counted in. */
  readonly measure: MiddlewareHandler<{ Variables: ApiVariables }>;
  readonly refusedByLimit: (kind: RateClass) => void;
};

export function requestMetrics(
  { Counter: NewCounter, Histogram: NewHistogram }: Prom,
  register: Registry,
): RequestMetrics {
  const duration: Histogram<'method' | 'route' | 'status'> = new NewHistogram({
    name: 'mamori_http_request_duration_seconds',
    help: 'Time until the answer to a request begins, by the route of the contract and the class of the status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  const limited: Counter<'kind'> = new NewCounter({
    name: 'mamori_rate_limit_refusals_total',
    help: 'Requests refused because their caller sent too many, by the kind of the limit.',
    labelNames: ['kind'],
    registers: [register],
  });
  return {
    measure: async (c, next) => {
      const begun = performance.now();
      await next();
      const status = `${Math.floor(c.res.status / 100)}xx`;
      duration.observe({ method: methodOf(c), route: routeOf(c), status }, (performance.now() - begun) / 1000);
    },
    refusedByLimit: (kind) => limited.inc({ kind }),
  };
}
