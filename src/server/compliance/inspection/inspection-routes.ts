import { implement } from '@orpc/server';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { inspectedYear, inspectionContract } from '#core/compliance/inspection/inspection-contract.ts';
import { facilityPath } from '#core/kernel/contract.ts';
import type { Documents } from '../../platform/documents/index.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { inputReader, streamed } from '../../platform/http/streamed.ts';
import { handOutInspection, inspectionHeaders, writeInspection } from './hand-out-inspection.ts';
import { inspectionSize, readInspection } from './read-inspection.ts';

type Parts = { readonly catalogue: Catalogue; readonly documents: Documents; readonly log: Logger };

const zipInput = inputReader(z.object({ params: facilityPath, query: z.object(inspectedYear) }));

/** What is laid before an inspection (立入検査). */
export function inspectionRoutes(parts: Parts) {
  const { catalogue } = parts;
  const os = implement(inspectionContract).$context<RequestContext>();
  const handOut = handOutInspection(parts);
  return {
    inspection: os.inspection.handler(({ context, input }) =>
      context.inFacility((facility) => readInspection(facility, catalogue, input.fiscalYear)),
    ),
    inspectionSize: os.inspectionSize.handler(({ context, input }) =>
      context.inFacility((facility) => inspectionSize(facility, catalogue, input.fiscalYear)),
    ),
    inspectionPdf: os.inspectionPdf.handler(({ context, input }) => writeInspection(context, parts, input.fiscalYear)),
    inspectionZip: streamed(async (c, context) => {
      const { fiscalYear } = zipInput(c).query;
      return c.newResponse(await handOut(context, fiscalYear), 200, inspectionHeaders);
    }),
  };
}
