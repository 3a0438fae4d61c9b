import { useQuery } from '@tanstack/react-query';
import { may, type Role } from '#core/identity/role.ts';
import { dueState } from '#core/kernel/due.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { yearQuery } from '../year/queries.ts';
import type { Facts } from './facts.ts';

/** The steps of the year, and what this person has to do or see to by a day that is near or past. */
export function useYear(facilityId: string, roles: readonly Role[]): Pick<Facts, 'year' | 'dues'> {
  const { data } = useQuery({ ...yearQuery(facilityId), enabled: may(roles, 'task.read') });
  const today = dayInJapan(new Date());
  const own = data?.own ?? [];
  return {
    year: data?.steps ?? [],
    // What waits for a decision has its own place on the page.
    dues: own.filter(({ kind, dueOn }) => kind !== 'decision' && dueState(dueOn, today) !== 'later'),
  };
}
