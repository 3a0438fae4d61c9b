import { resetLetter } from '#core/identity/letters.ts';
import { decideReset } from '#core/identity/reset.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { postMail } from '../platform/mail/post-mail.ts';
import { lockMembers } from './membership-repository.ts';
import { newResetLink } from './new-reset-link.ts';
import { insertResetLink, loadHeld } from './reset-repository.ts';

/** A link by which a member of this facility, and of no other, chooses a new password. */
export async function issueResetLink(
  context: FacilityContext,
  { personId, mail = false }: { readonly personId: string; readonly mail?: boolean | undefined },
) {
  const { tx, facilityId, personId: issuedBy, personName, now } = context;
  const member = (await lockMembers(tx, facilityId)).find((each) => each.personId === personId);
  const [issuer, person] = [await loadHeld(tx, issuedBy), await loadHeld(tx, personId)];
  if (!member || !issuer || !person) throw notFound();
  const decision = decideReset({ facilityId, issuer, person });
  if (!decision.accepted) throw refused(decision.reason);
  const { row, link } = newResetLink({ personId, facilityId, issuedBy, now });
  await recordActivity(context, 'identity.reset-link-issued', personId);
  await insertResetLink(tx, row);
  const letter = resetLetter({ name: member.name, by: personName, ...link });
  const posting = {
    kind: 'reset-link',
    letter,
    to: { personId },
    from: { facilityId },
    now,
    until: link.expiresAt,
  } as const;
  if (mail) await postMail(tx, context.outbox, posting);
  return { ...link, name: member.name };
}
