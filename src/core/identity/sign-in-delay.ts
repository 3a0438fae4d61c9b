const free = 5;
const firstDelaySeconds = 30;
const longestDelaySeconds = 15 * 60;

/**
 * Seconds to wait after the last failure before sign-in is tried again: none up to five failures in a row,
 * then 30 s, doubling with each further failure up to 15 minutes.
 */
export function signInDelay(failures: number): number {
  if (failures < free) return 0;
  return Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** (failures - free));
}
