import { invitationLetter } from '#core/identity/letters.ts';
import type { InvitedRole } from '#core/identity/role.ts';
import type { PostingTx, Sender } from '../platform/mail/mail-repository.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import { postMail } from '../platform/mail/post-mail.ts';

type Invited = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly InvitedRole[];
  readonly link: { readonly path: string; readonly expiresAt: Date };
  readonly from: Sender;
  /** What the facility or organisation is called. */
  readonly place: string;
  readonly by: string;
  readonly now: Date;
};

/** Sends an invitation's link by mail, beside its being handed over. */
export async function mailInvitation(tx: PostingTx, outbox: Outbox | undefined, invited: Invited): Promise<void> {
  const { id, email, name, roles, link, from, place, by, now } = invited;
  const letter = invitationLetter({ place, name, by, roles, ...link });
  const posting = { kind: 'invitation', letter, to: { address: email }, from, about: id, now } as const;
  await postMail(tx, outbox, { ...posting, until: link.expiresAt });
}
