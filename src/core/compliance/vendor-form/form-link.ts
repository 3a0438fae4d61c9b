import type { RateLimit } from '../../kernel/rate-limit.ts';

/** Days a link by which a vendor answers lasts. */
export const linkDays = 30;

/** How often one link may be called: enough for whoever answers quickly, by a program or by several at once for nobody. */
export const linkCalls: RateLimit = { most: 300, seconds: 600 };

/**
 * How often one link may save, send or take back in all its days: a form of a few dozen items, each corrected many times; so that nobody
 * fills the history and the log of a facility through it.
 */
export const linkWrites: RateLimit = { most: 2_000, seconds: linkDays * 86_400 };

/** As whom the answers given through a link stand in the form, its history and the log. */
export const contactSign = ({ vendor, contact }: { readonly vendor: string; readonly contact: string }): string =>
  `${vendor} ${contact}（事業者）`;

/** How the form stands for whoever has its link. */
type Standing = { readonly sentAt: Date | null; readonly submittedAt: Date | null };

export type FormRefusal = 'compliance/form-confirmed' | 'compliance/form-sent' | 'compliance/form-not-sent';

/**
 * Why a vendor may not change its answers now: the facility has confirmed them by submitting the form, or they were sent and
 * not taken back; undefined where it may. Taking back is refused where nothing was sent.
 */
export function formRefusal(
  act: 'answer' | 'send' | 'take-back',
  { sentAt, submittedAt }: Standing,
): FormRefusal | undefined {
  if (submittedAt !== null) return 'compliance/form-confirmed';
  if (act === 'take-back') return sentAt === null ? 'compliance/form-not-sent' : undefined;
  return sentAt === null ? undefined : 'compliance/form-sent';
}
