import { randomUUID } from 'node:crypto';
import { may, type Permission, type Role, type SupportScope, supportScopes } from '#core/identity/role.ts';
import { endOfDay } from '#core/organisation/support-agreement.ts';
import { inFacility } from '../../../platform/database/transaction.ts';
import { addTestOrganisation } from '../organisation-world.ts';
import { terms } from '../support-fixtures.ts';
import type { TestServer } from '../test-server.ts';
import type { TestFacility, TestPerson } from '../world.ts';

const dayMs = 24 * 60 * 60 * 1000;

const opens = (permission: Permission) => (role: Role) => may([role], permission);

/** The scopes of agreements of which each opens what needs the permission. */
export const openingScopes = (permission: Permission): readonly SupportScope[] =>
  supportScopes.filter(opens(permission));

/** All that can be agreed without opening what needs the permission; nothing where coming in at all opens it. */
export const otherScopes = (permission: Permission): readonly SupportScope[] =>
  may(['supporter'], permission) ? [] : supportScopes.filter((scope) => !opens(permission)(scope));

/** What of a table of permissions supporters hold: by coming in at all, and by scope. */
export function heldBySupporters(table: Readonly<Record<string, readonly Role[]>>) {
  const held: readonly Role[] = ['supporter', ...supportScopes];
  const opened = Object.entries(table).map(
    ([permission, roles]) => [permission, held.filter((role) => roles.includes(role))] as const,
  );
  return Object.fromEntries(opened.filter(([, roles]) => roles.length > 0));
}

/** A supporter, and the agreement that lets them in. */
export type Supporter = TestPerson & { readonly agreementId: string };

/**
 * A supporter of an organisation of their own whom an agreement lets in to exactly this, be it less than people can agree on;
 * unless told, it lives.
 */
export async function letIn(
  server: TestServer,
  { id: facilityId, people }: TestFacility,
  scope: readonly SupportScope[],
  endsAt = endOfDay(terms.endsOn),
): Promise<Supporter> {
  const organisation = await addTestOrganisation(server, { kind: 'network', prefecture: null });
  const now = server.clock.now;
  const made = new Date(Math.min(now.getTime(), endsAt.getTime() - dayMs));
  const personId = people['safety-manager'].id;
  const agreed = { id: randomUUID(), facility_id: facilityId, organisation_id: organisation.id, scope: [...scope] };
  const times = { made_at: made, accepted_at: made, ends_at: endsAt };
  const by = { made_by: personId, accepted_by: personId };
  const never = { ended_by: null, ended_at: null, ended_side: null };
  const row = { ...agreed, ...times, ...by, ...never, purpose: terms.purpose };
  await inFacility(server.db, { facilityId, personId, now }, (tx) =>
    tx.insertInto('support_agreement').values(row).execute(),
  );
  return { ...organisation.people.supporter, agreementId: agreed.id };
}
