/** Days each kind of data is kept, from the time its row of the table of what is kept (`core/app/retention.ts`) says. */
export const keptDays = {
  'left-facility': 30,
  'removed-evidence': 30,
  'sign-in-tried': 30,
  'unused-account': 730,
  session: 1,
  invitation: 365,
  'organisation-invitation': 365,
  'access-token': 365,
  'reset-link': 90,
  'setup-link': 90,
  mail: 30,
  'reset-request': 1,
  'passkey-challenge': 1,
  'sso-attempt': 1,
  'rate-count': 1,
  'exhausted-job': 1,
  'register-import': 730,
  'webhook-delivery': 30,
} as const;
export type KeptKind = keyof typeof keptDays;

const dayMs = 24 * 60 * 60 * 1000;

/** The time before which a kind of data is removed at `now`; what is as old as its period to the millisecond stays. */
export const removedBefore = (kind: KeptKind, now: Date): Date => new Date(now.getTime() - keptDays[kind] * dayMs);
