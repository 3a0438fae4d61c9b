import { implement } from '@orpc/server';
import type { Logger } from 'pino';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { complianceContract } from '#core/compliance/contract.ts';
import type { Documents } from '../platform/documents/index.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { askAboutClause } from './clause/ask-about-clause.ts';
import { readClauses } from './clause/read-clauses.ts';
import { editClause, setStep } from './clause/save-clause.ts';
import { printFees, readFees } from './fee/read-fees.ts';
import { inspectionRoutes } from './inspection/inspection-routes.ts';
import { patientRoutes } from './patient/patient-routes.ts';
import { readChecklist } from './read-checklist.ts';
import { readProposals } from './read-proposals.ts';
import { regulationRoutes } from './regulation/regulation-routes.ts';
import { takeProposals } from './take-proposals.ts';
import { formLinkRoutes } from './vendor-form/form-link-routes.ts';
import { vendorFormRoutes } from './vendor-form/vendor-form-routes.ts';
import { writeForm } from './write-form.ts';

type Parts = { readonly catalogue: Catalogue; readonly documents: Documents; readonly log: Logger };

export function complianceRoutes(parts: Parts) {
  const { catalogue } = parts;
  const os = implement(complianceContract).$context<RequestContext>();
  return {
    checklist: os.checklist.handler(({ context }) =>
      context.inFacility((facility) => readChecklist(facility, catalogue)),
    ),
    proposals: os.proposals.handler(({ context, input }) =>
      context.inFacility((facility) => readProposals(facility, catalogue, input.runId)),
    ),
    takeProposals: os.takeProposals.handler(({ context, input }) =>
      context.inFacility((facility) => takeProposals(facility, catalogue, input)),
    ),
    clauses: os.clauses.handler(({ context }) => context.inFacility((facility) => readClauses(facility, catalogue))),
    editClause: os.editClause.handler(({ context, input: { facilityId: _, ...edit } }) =>
      context.inFacility((facility) => editClause(facility, catalogue, edit)),
    ),
    setStep: os.setStep.handler(({ context, input: { facilityId: _, ...step } }) =>
      context.inFacility((facility) => setStep(facility, catalogue, step)),
    ),
    askAboutClause: os.askAboutClause.handler(({ context, input: { facilityId: _, ...asking } }) =>
      context.inFacility((facility) => askAboutClause(facility, catalogue, asking)),
    ),
    ...inspectionRoutes(parts),
    ...regulationRoutes(parts),
    ...patientRoutes(),
    feeEvidence: os.feeEvidence.handler(({ context }) =>
      context.inFacility((facility) => readFees(facility, catalogue)),
    ),
    printFeeEvidence: os.printFeeEvidence.handler(({ context, input: { facilityId: _, ...at } }) =>
      printFees(context, parts, at),
    ),
    form: os.form.handler(({ context, input }) => writeForm(context, parts, input.runId)),
    ...vendorFormRoutes(catalogue),
    ...formLinkRoutes(catalogue),
  };
}
