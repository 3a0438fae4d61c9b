import { organisationContract } from '#core/organisation/contract.ts';
import { queriesFor } from '#web/platform/api.ts';
import type { RegisterSearch } from './register-search.ts';

export const organisation = queriesFor(organisationContract);

export type Registered = Awaited<ReturnType<typeof organisation.registeredFacility.call>>;
export type ImportRecord = Awaited<ReturnType<typeof organisation.readImport.call>>;
export type ImportHead = Awaited<ReturnType<typeof organisation.imports.call>>[number];
export type ProfileView = Awaited<ReturnType<typeof organisation.profile.call>>;

/** One page of the register. */
export function registerQuery(search: RegisterSearch) {
  return organisation.searchRegister.queryOptions({ input: search, staleTime: 0 });
}

export function citiesQuery(prefecture: number) {
  return organisation.registerCities.queryOptions({ input: { prefecture } });
}

export function registeredQuery(facilityId: string) {
  return organisation.registeredFacility.queryOptions({ input: { facilityId } });
}

export function importsQuery() {
  return organisation.imports.queryOptions({ staleTime: 0 });
}

/** An import, asked again every second while it runs. */
export function importQuery(importId: string) {
  return organisation.readImport.queryOptions({
    input: { importId },
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'running' ? false : 1000),
  });
}

export function profileQuery(facilityId: string) {
  return organisation.profile.queryOptions({ input: { facilityId } });
}
