import { browserLabel } from '#core/identity/browser-label.ts';
import { type SecurityNotice, securityLetter } from '#core/identity/security-notice.ts';
import type { PersonTx, SystemTx } from '../platform/database/transaction.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { tellByMail } from '../platform/mail/post-mail.ts';

/** Tells a person by mail what happened to the own account, in the transaction in which it happens. */
export function tellSecurity(
  tx: PersonTx | SystemTx,
  { outbox, now, userAgent }: RequestContext,
  kind: SecurityNotice,
  { personId, name }: { readonly personId: string; readonly name: string },
): Promise<void> {
  const letter = securityLetter(kind, { name, at: now, browser: browserLabel(userAgent) });
  return tellByMail(tx, outbox, { kind, letter, to: { personId }, from: null, now });
}
