import { ssoContract } from '#core/identity/sso-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const sso = queriesFor(ssoContract);

export const offeredQuery = () => sso.offered.queryOptions({ retry: false });
export const ownSsoQuery = () => sso.own.queryOptions();
export const connectionQuery = (organisationId: string) => sso.connection.queryOptions({ input: { organisationId } });
export const groupsQuery = (organisationId: string) => sso.groups.queryOptions({ input: { organisationId } });
export const atFacilityQuery = (facilityId: string) => sso.atFacility.queryOptions({ input: { facilityId } });

export type GroupsView = Awaited<ReturnType<typeof sso.groups.call>>;
export type ConnectionView = Awaited<ReturnType<typeof sso.connection.call>>;
