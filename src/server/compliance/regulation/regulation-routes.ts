import { implement } from '@orpc/server';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { regulationContract } from '#core/compliance/regulation/regulation-contract.ts';
import type { Documents } from '../../platform/documents/index.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { printRegulation } from './print-regulation.ts';
import { findRegulations } from './regulation-repository.ts';
import { addRegulation, editRegulation, readRegulation } from './save-regulation.ts';
import { approveDraft, writeDraft } from './save-version.ts';

type Parts = { readonly catalogue: Catalogue; readonly documents: Documents };

/** The documents a facility rules itself by. */
export function regulationRoutes({ catalogue, documents }: Parts) {
  const os = implement(regulationContract).$context<RequestContext>();
  return {
    regulations: os.regulations.handler(({ context }) => context.inFacility(findRegulations)),
    regulation: os.regulation.handler(({ context, input }) =>
      context.inFacility((facility) => readRegulation(facility, input.regulationId)),
    ),
    addRegulation: os.addRegulation.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => addRegulation(facility, catalogue, edit)),
    ),
    editRegulation: os.editRegulation.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editRegulation(facility, catalogue, edit)),
    ),
    writeDraft: os.writeDraft.handler(({ context, input: { facilityId: _, ...draft } }) =>
      context.inFacility((facility) => writeDraft(facility, draft)),
    ),
    approveDraft: os.approveDraft.handler(({ context, input: { facilityId: _, ...approval } }) =>
      context.inFacility((facility) => approveDraft(facility, catalogue, approval)),
    ),
    printRegulation: os.printRegulation.handler(({ context, input: { facilityId: _, ...at } }) =>
      printRegulation(context, documents, at),
    ),
  };
}
