import { latestStamp } from '../kernel/clock.ts';

/** Seconds a code of an authenticator stands for (RFC 6238). */
export const stepSeconds = 30;
/** Steps of drift either way in which a code is taken. */
export const stepDrift = 1;

/** The time step an instant falls into. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds);

/** The last step a code can have been of that a clock which was not ahead has taken by `now`. */
export const latestStep = (now: Date): number => stepAt(latestStamp(now)) + stepDrift;

/**
 * Whether the code of a step may be taken, given the last step one was taken of: each once, and none of before. A last step no
 * right clock can have seen does not count, else its person would be locked out until the time gets there. What was taken
 * under the clock that was ahead were codes of steps far from now, which nobody can show again today.
 */
export const isStepUnused = (step: number, lastStep: number, now: Date): boolean =>
  step > lastStep || lastStep > latestStep(now);
