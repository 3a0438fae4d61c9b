import { implement } from '@orpc/server';
import { programmeContract } from '#core/programme/contract.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { readProgramme } from './read-programme.ts';

export function programmeRoutes() {
  const os = implement(programmeContract).$context<RequestContext>();
  return os.router({
    read: os.read.handler(({ context, input }) =>
      context.fromOrganisation((above) => readProgramme(above, input.fiscalYear)),
    ),
  });
}
