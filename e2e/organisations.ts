import type { OrganisationRole } from '#core/identity/role.ts';
import type { OrganisationKind } from '#core/organisation/organisation.ts';
import { callProven, type Person, register } from './people.ts';

export type Organisation = { readonly id: string; readonly name: string; readonly administrator: Person };

const tokenOf = (path: string) => path.split('#')[1] ?? '';

/** Makes an organisation above the facilities and brings in its first administrator. */
export async function openOrganisation(
  opener: Person,
  wanted: { readonly kind: OrganisationKind; readonly name: string; readonly prefecture: number | null },
): Promise<Organisation> {
  const { id } = await opener.caller.call('POST', '/register/organisations', wanted);
  const { path } = await callProven(opener, 'POST', `/register/organisations/${id}/invitations`, {
    name: '組織 理事子',
  });
  return {
    id,
    name: wanted.name,
    administrator: await register(opener.caller.url, '/invitation/acceptance', tokenOf(path), '組織 理事子'),
  };
}

/** Brings one more person into an organisation. */
export async function enlist(
  { id, administrator: { caller } }: Organisation,
  name: string,
  roles: readonly OrganisationRole[],
): Promise<Person> {
  const { path } = await caller.call('POST', `/organisations/${id}/invitations`, { name, roles });
  return register(caller.url, '/invitation/acceptance', tokenOf(path), name);
}
