import type { Session } from '#core/identity/contract.ts';
import { needsSecondFactor, type Role } from '#core/identity/role.ts';
import { proofsOf } from '#core/identity/second-factor.ts';
import { asPerson } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { findSelf, rolesAnywhere } from './self-repository.ts';

function pendingOf(person: { enrolled: boolean; secondFactor: boolean; roles: readonly Role[] }): Session['pending'] {
  if (person.secondFactor) return 'none';
  if (person.enrolled) return 'second-factor';
  return needsSecondFactor(person.roles) ? 'enrol-second-factor' : 'none';
}

/** Who is signed in, what is still missing, and where the person belongs. */
export async function readSession(
  { db, now }: RequestContext,
  personId: string,
  secondFactor: boolean,
): Promise<Session> {
  const self = await asPerson(db, { personId }, (tx) => findSelf(tx, personId, now));
  if (!self) throw notFound();
  const { id, name, systemRoles, facilities, organisations, secondFactors, sso } = self;
  const pending = pendingOf({ enrolled: secondFactors.length > 0, secondFactor, roles: rolesAnywhere(self) });
  const proofs = proofsOf(secondFactors, { password: self.hasPassword, sso: sso !== null });
  return { person: { id, name }, pending, proofs, sso, systemRoles, facilities, organisations };
}
