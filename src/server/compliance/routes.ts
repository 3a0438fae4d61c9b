import { implement } from '@orpc/server';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { complianceContract } from '#core/compliance/contract.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { readChecklist } from './read-checklist.ts';
import { readProposals } from './read-proposals.ts';
import { takeProposals } from './take-proposals.ts';
import { writeForm } from './write-form.ts';

export function complianceRoutes(parts: { readonly catalogue: Catalogue; readonly documents: Documents }) {
  const { catalogue } = parts;
  const os = implement(complianceContract).$context<RequestContext>();
  return os.router({
    checklist: os.checklist.handler(({ context }) =>
      context.inFacility((facility) => readChecklist(facility, catalogue)),
    ),
    proposals: os.proposals.handler(({ context, input }) =>
      context.inFacility((facility) => readProposals(facility, catalogue, input.runId)),
    ),
    takeProposals: os.takeProposals.handler(({ context, input }) =>
      context.inFacility((facility) => takeProposals(facility, catalogue, input)),
    ),
    form: os.form.handler(({ context, input }) => writeForm(context, parts, input.runId)),
  });
}
