import { implement } from '@orpc/server';
import { regionContract } from '#core/region/contract.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { readRegion } from './read-region.ts';

export function regionRoutes() {
  const os = implement(regionContract).$context<RequestContext>();
  return os.router({
    read: os.read.handler(({ context }) => context.fromOrganisation(readRegion)),
  });
}
