import { z } from 'zod';
import { type SupportScope, supportScopes } from '../identity/role.ts';

/** Longest life of a support agreement, in days: a year, in leap years too. */
export const longestSupportDays = 366;
const dayMs = 24 * 60 * 60 * 1000;

/** What of an agreement its state follows from. */
export type AgreementTimes = {
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endsAt: Date;
};

export const agreementStateSchema = z.enum(['asked', 'live', 'expired', 'ended', 'declined']);
export type AgreementState = z.infer<typeof agreementStateSchema>;

/** The words for the state of an agreement. */
export const agreementStateTitles: Readonly<Record<AgreementState, string>> = {
  asked: '申し込み',
  live: '支援中',
  expired: '期限切れ',
  ended: '終了',
  declined: '不成立',
};

/** How an agreement stands at a moment. Only a live one lets anybody in; what ended or ran out never lives again. */
export function stateOf({ acceptedAt, endedAt, endsAt }: AgreementTimes, now: Date): AgreementState {
  if (endedAt) return acceptedAt ? 'ended' : 'declined';
  if (endsAt <= now) return 'expired';
  return acceptedAt ? 'live' : 'asked';
}

/** The scope as it is stored: in one order, and with the sheets, without which nothing else can be looked at. */
export function wholeScope(chosen: readonly SupportScope[]): SupportScope[] {
  return supportScopes.filter((scope) => scope === 'support-sheet' || chosen.includes(scope));
}

/** The moment a day in Japan (YYYY-MM-DD) is over, until which an agreement of that last day lives. */
export function endOfDay(day: string): Date {
  return new Date(new Date(`${day}T00:00:00+09:00`).getTime() + dayMs);
}

export type AgreementDecision =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'support/end-date' | 'support/already-live' | 'support/not-open' };

const refuse = (reason: 'support/end-date' | 'support/already-live' | 'support/not-open') =>
  ({ accepted: false, reason }) as const;

/** Whether an agreement may be made: it ends in the future and within a year, and no other with the organisation is open. */
export function decideNewAgreement(
  endsAt: Date,
  { now, others }: { readonly now: Date; readonly others: readonly AgreementTimes[] },
): AgreementDecision {
  const longest = now.getTime() + longestSupportDays * dayMs;
  if (endsAt <= now || endsAt.getTime() > longest) return refuse('support/end-date');
  const open = others.some((other) => ['asked', 'live'].includes(stateOf(other, now)));
  return open ? refuse('support/already-live') : { accepted: true };
}

/** Whether an asked-for agreement may be accepted. */
export function decideAcceptance(agreement: AgreementTimes, now: Date): AgreementDecision {
  return stateOf(agreement, now) === 'asked' ? { accepted: true } : refuse('support/not-open');
}

/** Whether an agreement may be ended or a request declined: one that is over already stays as it is. */
export function decideEnd(agreement: AgreementTimes, now: Date): AgreementDecision {
  return ['asked', 'live'].includes(stateOf(agreement, now)) ? { accepted: true } : refuse('support/not-open');
}
