/**
 * How a vendor's form stands: nobody was asked; asked and nothing answered yet; begun; answered, so sent by the vendor with nothing
 * left open since, or submitted by the facility; asked, and the link ran out before the answers were sent.
 */
export const formStandings = ['not-asked', 'asked', 'answering', 'answered', 'expired'] as const;
export type FormStanding = (typeof formStandings)[number];

export const standingTitles: Readonly<Record<FormStanding, string>> = {
  'not-asked': '依頼前',
  asked: '依頼中（未回答）',
  answering: '回答の途中',
  answered: '回答済み',
  expired: '期限切れ',
};

/** The newest link of a form. */
export type FormLink = { readonly expiresAt: Date; readonly endedAt: Date | null; readonly sentAt: Date | null };

type FormFacts = {
  readonly answered: number;
  /** Items without an answer that stands: also of a form that was sent, once it went over to a newer version. */
  readonly open: number;
  readonly link: FormLink | null;
  readonly submittedAt: Date | null;
};

/** How the form of a system stands at a moment; 「いいえ」 is an answer, and no answer is never one. */
export function formStanding({ answered, open, link, submittedAt }: FormFacts, now: Date): FormStanding {
  const sent = (link?.sentAt ?? null) !== null;
  if (submittedAt !== null || (sent && open === 0)) return 'answered';
  if (link && !sent && link.endedAt === null && link.expiresAt <= now) return 'expired';
  if (answered > 0) return 'answering';
  return link && link.endedAt === null ? 'asked' : 'not-asked';
}
