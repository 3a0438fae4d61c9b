const free = 5;
const firstDelaySeconds = 30;
const longestDelaySeconds = 15 * 60;

/** Tries older than this are forgotten. */
export const signInWindowMs = 60 * 60 * 1000;
/** So many tries of one account are taken in the window from addresses at which it never signed in. */
export const strangerLimit = 50;

/** What is known of earlier tries when somebody is about to sign in; all of the last hour. */
export type SignInTries = {
  /** Of this account from this address, later than its last success there. */
  readonly here: { readonly count: number; readonly last: Date | null };
  /** Whether the account ever signed in from this address. */
  readonly knownHere: boolean;
  /** When the try was made that is `strangerLimit` tries back, counting those from addresses not known; null where there are fewer. */
  readonly strangersFull: Date | null;
};

/**
 * Seconds to wait after the last failure before sign-in is tried again: none up to five failures in a row,
 * then 30 s, doubling with each further failure up to 15 minutes.
 */
export function signInDelay(failures: number): number {
  if (failures < free) return 0;
  return Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** (failures - free));
}

const secondsUntil = (at: number, now: Date) => Math.max(0, Math.ceil((at - now.getTime()) / 1000));

/**
 * Seconds until the account may be tried from this address; 0 is now. Guessing from many addresses closes the account
 * to addresses it never signed in from, so that nobody can lock a colleague out of the usual place.
 */
export function signInWait({ here, knownHere, strangersFull }: SignInTries, now: Date): number {
  const ofPlace = here.last ? secondsUntil(here.last.getTime() + signInDelay(here.count) * 1000, now) : 0;
  const ofStrangers = knownHere || !strangersFull ? 0 : secondsUntil(strangersFull.getTime() + signInWindowMs, now);
  return Math.max(ofPlace, ofStrangers);
}
