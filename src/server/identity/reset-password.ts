import { decideReset, leftByReset } from '#core/identity/reset.ts';
import { asPerson, asSystem, type PersonTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { refuseWeakPassword } from './add-person.ts';
import type { HashingLine } from './hashing-line.ts';
import { deletePasskeysOf } from './passkey/passkey-repository.ts';
import { hashPassword } from './password-hash.ts';
import { loadSecret, lockSecret, setPassword } from './person-repository.ts';
import { findResetLink, loadHeld, takeResetLink } from './reset-repository.ts';
import { hashToken } from './secret-token.ts';
import { findSelf } from './self-repository.ts';
import { noteReset, placeOf } from './sign-in-place.ts';
import { deleteSessionsOf, insertEvent } from './sign-in-repository.ts';
import { tellSecurity } from './tell-security.ts';

/** Whose password the link resets, if its issuer may reset it still: either may hold something else by now. */
async function personOfLink(tx: PersonTx, token: Buffer, now: Date): Promise<string> {
  const link = await findResetLink(tx, token, now);
  if (!link) throw refused('identity/link-not-usable');
  const issuer = link.issued_by === null ? null : await loadHeld(tx, link.issued_by);
  const person = await loadHeld(tx, link.person_id);
  if (issuer === undefined || !person) throw refused('identity/link-not-usable');
  if (!decideReset({ facilityId: link.facility_id, issuer, person }).accepted)
    throw refused('identity/link-not-usable');
  return person.personId;
}

/** Whom a reset link is for, for the page it opens. */
export async function readResetLink({ db, now }: RequestContext, secret: string) {
  const personId = await asPerson(db, {}, (tx) => personOfLink(tx, hashToken(secret), now));
  return asPerson(db, { personId }, async (tx) => {
    const { email } = await loadSecret(tx, personId);
    const self = await findSelf(tx, personId, now);
    const left = leftByReset(self?.secondFactors ?? [], self?.hasPassword === true);
    return { name: self?.name ?? '', email, secondFactor: left.length > 0 };
  });
}

/** A first password ends the passkeys made before it. */
async function endEarlierPasskeys(tx: PersonTx, personId: string, now: Date): Promise<void> {
  const { password_hash } = await lockSecret(tx, personId);
  if (password_hash !== null || !(await deletePasskeysOf(tx, personId))) return;
  await insertEvent(tx, { act: 'identity.passkey-removed', subject: personId, at: now, actor: personId });
}

/**
 * Takes the new password; every session of the person ends, and signing in asks for the second factor as ever. The browser is
 * known from then on: whoever was shut out at a new place by the guesses of others comes in this way at once.
 */
export async function resetPassword(
  context: RequestContext,
  hashing: HashingLine,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<void> {
  const { db, now, address } = context;
  const tokenHash = hashToken(token);
  const owner = await readResetLink(context, token);
  refuseWeakPassword(password, owner);
  const hash = await hashing(address, () => hashPassword(password));
  const personId = await asPerson(db, {}, (tx) => personOfLink(tx, tokenHash, now));
  await asPerson(db, { personId }, async (tx) => {
    if (!(await takeResetLink(tx, tokenHash, now))) throw refused('identity/link-not-usable');
    await insertEvent(tx, { act: 'identity.password-reset', subject: personId, at: now, actor: personId });
    await endEarlierPasskeys(tx, personId, now);
    await setPassword(tx, personId, hash);
    await deleteSessionsOf(tx, personId);
    await tellSecurity(tx, context, 'password-reset', { personId, name: owner.name });
  });
  const place = await placeOf(context, owner.email);
  await asSystem(db, (tx) => noteReset(tx, place, { at: now, actor: personId }));
  context.keepBrowser(place.browser.secret);
}
