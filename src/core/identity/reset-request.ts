/** Time in ms a reset link works that a person asked for at the sign-in page. */
export const ownResetLifetimeMs = 60 * 60 * 1000;
/** Time in ms over which requests are counted. */
export const resetRequestWindowMs = 60 * 60 * 1000;

const mostForAccount = 3;
/** Of one address: a whole hospital shares it. */
export const mostResetRequests = 30;

/** Requests within the last hour: for the same e-mail address, and from the same place, of which `mostFromPlace` are taken. */
export type ResetRequests = {
  readonly forAccount: number;
  readonly fromPlace: number;
  readonly mostFromPlace: number;
};

/**
 * What becomes of one more request. Beyond the number for an account nothing is done and the answer is the same as ever;
 * beyond that for a place it is refused, which tells nothing of any account.
 */
export function decideResetRequest({
  forAccount,
  fromPlace,
  mostFromPlace,
}: ResetRequests): 'take' | 'ignore' | 'too-many' {
  if (fromPlace >= mostFromPlace) return 'too-many';
  return forAccount >= mostForAccount ? 'ignore' : 'take';
}
