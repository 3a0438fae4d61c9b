import type { Session } from '#core/identity/contract.ts';
import { needsSecondFactor, type Role } from '#core/identity/role.ts';
import { asPerson } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { findSelf } from './person-repository.ts';

function pendingOf(person: { confirmed: boolean; secondFactor: boolean; roles: readonly Role[] }): Session['pending'] {
  if (person.secondFactor) return 'none';
  if (person.confirmed) return 'second-factor';
  return needsSecondFactor(person.roles) ? 'enrol-second-factor' : 'none';
}

type Proving = { readonly totp_confirmed: boolean; readonly hasPassword: boolean; readonly sso: Session['sso'] };

function proofsOf({ totp_confirmed, hasPassword, sso }: Proving): Session['proofs'] {
  const own: Session['proofs'] = totp_confirmed ? ['code'] : hasPassword ? ['password'] : [];
  return sso ? [...own, 'sso'] : own;
}

/** Who is signed in, what is still missing, and where the person belongs. */
export async function readSession(
  { db, now }: RequestContext,
  personId: string,
  secondFactor: boolean,
): Promise<Session> {
  const self = await asPerson(db, { personId }, (tx) => findSelf(tx, personId, now));
  if (!self) throw notFound();
  const { id, name, systemRoles, facilities, organisations } = self;
  const roles = [...systemRoles, ...[...facilities, ...organisations].flatMap((place) => place.roles)];
  const pending = pendingOf({ confirmed: self.totp_confirmed, secondFactor, roles });
  return {
    person: { id, name },
    pending,
    proofs: proofsOf(self),
    sso: self.sso,
    systemRoles,
    facilities,
    organisations,
  };
}
