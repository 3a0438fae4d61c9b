import { implement } from '@orpc/server';
import { supportContract } from '#core/organisation/support-contract.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { acceptSupport } from './accept-support.ts';
import { askSupport } from './ask-support.ts';
import { endSupport } from './end-support.ts';
import { leaveSupport } from './leave-support.ts';
import { offerSupport } from './offer-support.ts';
import { findOrganisations } from './organisation-repository.ts';
import { findAgreements } from './support-repository.ts';

/** The contract of support agreements, each endpoint tied to its action. */
export function supportRoutes() {
  const os = implement(supportContract).$context<RequestContext>();
  return os.router({
    organisations: os.organisations.handler(({ context, input }) =>
      context.inFacility(({ tx }) => findOrganisations(tx, input.words)),
    ),
    agreements: os.agreements.handler(({ context }) =>
      context.inFacility(({ tx, facilityId, now }) => findAgreements(tx, { facilityId }, now)),
    ),
    offer: os.offer.handler(({ context, input: { facilityId: _, ...input } }) =>
      context.inFacility((facility) => offerSupport(facility, input)),
    ),
    accept: os.accept.handler(({ context, input }) =>
      context.inFacility((facility) => acceptSupport(facility, input.agreementId)),
    ),
    end: os.end.handler(({ context, input }) =>
      context.inFacility((facility) => endSupport(facility, input.agreementId)),
    ),
    worklist: os.worklist.handler(({ context }) =>
      context.inOrganisation(({ tx, organisationId, now }) => findAgreements(tx, { organisationId }, now)),
    ),
    ask: os.ask.handler(({ context, input: { organisationId: _, ...input } }) =>
      context.inOrganisation((above) => askSupport(above, input)),
    ),
    leave: os.leave.handler(({ context, input }) =>
      context.inOrganisation((above) => leaveSupport(above, input.agreementId)),
    ),
  });
}
