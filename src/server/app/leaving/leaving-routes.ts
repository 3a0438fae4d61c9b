import { implement } from '@orpc/server';
import type { Logger } from 'pino';
import { z } from 'zod';
import { leavingContract } from '#core/app/leaving-contract.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { facilityPath } from '#core/kernel/contract.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { inputReader, streamed } from '../../platform/http/streamed.ts';
import { announceLeaving } from './announce-leaving.ts';
import { findLeaving } from './leaving-repository.ts';
import { handOutRecord, recordHeaders } from './record/hand-out-record.ts';
import { recordSize } from './record/record-size.ts';
import { withdrawLeaving } from './withdraw-leaving.ts';

const recordInput = inputReader(z.object({ params: facilityPath }));

/** Everything of a facility handed out to it, and the end of its use. */
export function leavingRoutes(parts: { readonly catalogue: Catalogue; readonly log: Logger }) {
  const os = implement(leavingContract).$context<RequestContext>();
  const handOut = handOutRecord(parts);
  return {
    recordSize: os.recordSize.handler(({ context }) => context.inFacility(recordSize)),
    record: streamed(async (c, context) => {
      recordInput(c);
      return c.newResponse(await handOut(context), 200, recordHeaders);
    }),
    read: os.read.handler(({ context }) => context.inFacility(findLeaving)),
    announce: os.announce.handler(({ context }) => context.inFacility(announceLeaving)),
    withdraw: os.withdraw.handler(({ context }) => context.inFacility(withdrawLeaving)),
  };
}
