import { useQuery } from '@tanstack/react-query';
import { may, type Role } from '#core/identity/role.ts';
import { dueState } from '#core/kernel/due.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { yearQuery } from '../year/queries.ts';
import type { Facts } from './facts.ts';

/** The steps of the year, and what this person has to do by a day that is near or past. */
export function useYear(facilityId: string, personId: string, roles: readonly Role[]): Pick<Facts, 'year' | 'dues'> {
  const { data } = useQuery({ ...yearQuery(facilityId), enabled: may(roles, 'task.read') });
  const today = dayInJapan(new Date());
  const dues = data?.dues ?? [];
  return {
    year: data?.steps ?? [],
    dues: dues.filter(({ owner, dueOn }) => owner?.id === personId && dueState(dueOn, today) !== 'later'),
  };
}
