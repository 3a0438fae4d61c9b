import { organisationsContract } from '#core/organisation/organisations-contract.ts';
import { supportContract } from '#core/organisation/support-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const organisations = queriesFor(organisationsContract);
export const support = queriesFor(supportContract);

export type AgreementView = Awaited<ReturnType<typeof support.agreements.call>>[number];
export type MembershipView = Awaited<ReturnType<typeof organisations.memberships.call>>[number];
export type OrganisationMember = Awaited<ReturnType<typeof organisations.members.call>>[number];
export type MemberFacility = Awaited<ReturnType<typeof organisations.facilities.call>>[number];
export type OrganisationView = Awaited<ReturnType<typeof organisations.read.call>>;

const afresh = { staleTime: 0 };

export const agreementsQuery = (facilityId: string) =>
  support.agreements.queryOptions({ input: { facilityId }, ...afresh });
export const membershipsQuery = (facilityId: string) =>
  organisations.memberships.queryOptions({ input: { facilityId }, ...afresh });
export const organisationQuery = (organisationId: string) =>
  organisations.read.queryOptions({ input: { organisationId } });
export const worklistQuery = (organisationId: string) =>
  support.worklist.queryOptions({ input: { organisationId }, ...afresh });
export const organisationMembersQuery = (organisationId: string) =>
  organisations.members.queryOptions({ input: { organisationId }, ...afresh });
export const organisationInvitationsQuery = (organisationId: string) =>
  organisations.invitations.queryOptions({ input: { organisationId }, ...afresh });
export const memberFacilitiesQuery = (organisationId: string) =>
  organisations.facilities.queryOptions({ input: { organisationId }, ...afresh });
export const everyOrganisationQuery = () => organisations.list.queryOptions(afresh);
