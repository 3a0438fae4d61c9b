import type { MiddlewareHandler } from 'hono';
import type { Endpoint } from './endpoints.ts';
import { refuse } from './error-response.ts';
import { toldAtMost, unknownField } from './unknown-field.ts';

/**
 * Refuses what oRPC drops before any schema sees it: a query where the input is the body, and a name that stands in the
 * path already. Everything else is refused by the schema of the input.
 */
export function refuseStrayQuery({ method, procedure }: Endpoint): MiddlewareHandler {
  const readsQuery = method === 'GET' || procedure['~orpc'].route.inputStructure === 'detailed';
  return async (c, next) => {
    const names = Object.keys(c.req.query());
    const stray = readsQuery ? names.filter((name) => c.req.param(name) !== undefined) : names;
    const faults = stray.slice(0, toldAtMost).map((name) => unknownField([name]));
    return faults.length > 0 ? refuse(c, 'input-not-valid', { faults }) : next();
  };
}
