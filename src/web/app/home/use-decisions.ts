import { useQuery } from '@tanstack/react-query';
import { may, type Role } from '#core/identity/role.ts';
import { decisionsQuery } from '#web/plan/index.ts';

/** Titles of what waits for the person's decision. */
export function useDecisions(facilityId: string, roles: readonly Role[]): readonly string[] {
  const { data } = useQuery({ ...decisionsQuery(facilityId), enabled: may(roles, 'decision.make') });
  return data?.due.map(({ title }) => title) ?? [];
}
