const freshMs = 10 * 60 * 1000;

/** Whether a person who proved to be there at `provedAt` may do a dangerous act now: within ten minutes of it. */
export function isSteppedUp(provedAt: Date | null, now: Date): boolean {
  return provedAt !== null && now.getTime() - provedAt.getTime() < freshMs;
}
