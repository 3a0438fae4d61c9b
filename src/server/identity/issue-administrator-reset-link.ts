import { resetLetter } from '#core/identity/letters.ts';
import { decideReset, leftByReset, showsLink } from '#core/identity/reset.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { Actor, RequestContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { newResetLink } from './new-reset-link.ts';
import { findByEmail, findSecretOf, heldBy } from './person-repository.ts';
import { insertResetLink, loadHeld } from './reset-repository.ts';
import { insertEvent } from './sign-in-repository.ts';

/** A link by which a facility administrator, or somebody of several facilities, chooses a new password. */
export const issueAdministratorResetLink = (
  { db, now, outbox }: RequestContext,
  actor: Actor,
  { email, mail = false }: { readonly email: string; readonly mail?: boolean | undefined },
) =>
  asSystem(db, async (tx) => {
    const found = await findByEmail(tx, email);
    const [issuer, person] = [await loadHeld(tx, actor.personId), found && (await loadHeld(tx, found.id))];
    if (!found || !issuer || !person) throw refused('identity/email-unknown');
    const decision = decideReset({ facilityId: null, issuer, person });
    if (!decision.accepted) throw refused(decision.reason);
    const { row, link } = newResetLink({ personId: found.id, facilityId: null, issuedBy: actor.personId, now });
    await insertEvent(tx, { act: 'identity.reset-link-issued', subject: found.id, at: now, actor: actor.personId });
    await insertResetLink(tx, row);
    const letter = resetLetter({ name: found.name, by: actor.name, ...link });
    const posting = { kind: 'reset-link', letter, to: { personId: found.id }, from: null, now } as const;
    const left = leftByReset(heldBy(await findSecretOf(tx, found.id)), found.hasPassword);
    const shown = showsLink(left, outbox !== undefined);
    if (mail || !shown) await postMail(tx, outbox, { ...posting, until: link.expiresAt });
    return { ...link, path: shown ? link.path : null, name: found.name };
  });
