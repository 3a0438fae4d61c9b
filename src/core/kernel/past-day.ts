import type { Fault } from './contract.ts';

/**
 * What is wrong with the days something is said to have happened on: those that are still to come.
 * @param days days in Japan by the field that holds them; null where none is given.
 * @param today the day in Japan.
 */
export const aheadFaults = (days: Readonly<Record<string, string | null>>, today: string): readonly Fault[] =>
  Object.entries(days).flatMap(([field, day]) =>
    day !== null && day > today
      ? [{ field, code: 'still-to-come', message: 'これから来る日は入れられません。今日までの日を入れてください。' }]
      : [],
  );
