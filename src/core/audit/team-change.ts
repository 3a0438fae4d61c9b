import { z } from 'zod';
import { may, type Role } from '../identity/role.ts';
import type { Fault } from '../kernel/contract.ts';
import { seatSchema } from './seat.ts';

const personSchema = z.object({ id: z.uuid(), name: z.string() });

/** Another team for an audit that has begun, and why. */
export const teamChangeEditSchema = z.object({
  team: z.array(seatSchema).max(20, '監査する人は20人までです。'),
  reason: z
    .string()
    .max(400, '理由は400文字までです。')
    .refine((reason) => reason.trim() !== '', '替える理由を書いてください。'),
});
export type TeamChangeEdit = z.infer<typeof teamChangeEditSchema>;

const shownSeatSchema = z.object({ person: personSchema, lead: z.boolean(), areas: z.array(z.string()) });

/** A change of the team of an audit that had begun: by whom, from which team to which, and why. */
export const teamChangeSchema = z.object({
  id: z.uuid(),
  changedBy: personSchema,
  changedAt: z.date(),
  reason: z.string(),
  former: z.array(shownSeatSchema),
  present: z.array(shownSeatSchema),
});
export type TeamChange = z.infer<typeof teamChangeSchema>;

type Seat = z.infer<typeof seatSchema>;

const inOrder = (team: readonly Seat[]) =>
  team.map(({ personId, lead, areas }) => `${personId} ${lead} ${areas.toSorted().join()}`).toSorted();

/** Whether two teams are the same people with the same areas, whatever their order. */
export const isSameTeam = (one: readonly Seat[], other: readonly Seat[]): boolean =>
  inOrder(one).join('\n') === inOrder(other).join('\n');

/**
 * Who may change the team of an audit that has begun: who leads it, and the executives, who have it held (経営管理編 7.0 3⑪). Not
 * others who plan audits, so that those who are audited do not choose by whom.
 */
export const mayChangeTeam = ({
  leads,
  roles,
}: {
  readonly leads: boolean;
  readonly roles: readonly Role[];
}): boolean => leads || may(roles, 'decision.make');

export type TeamChangeDecision =
  | { readonly kind: 'change' }
  | { readonly kind: 'refused'; readonly reason: 'audit/not-begun' | 'audit/reported' | 'audit/team-not-yours' }
  | { readonly kind: 'not-valid'; readonly faults: readonly Fault[] };

/** Whether the team of an audit may be changed so: between its beginning and its report, by the one entitled, and to another one that is led. */
export function decideTeamChange(of: {
  readonly begun: boolean;
  readonly reported: boolean;
  readonly leads: boolean;
  readonly roles: readonly Role[];
  readonly former: readonly Seat[];
  readonly team: readonly Seat[];
}): TeamChangeDecision {
  if (of.reported) return { kind: 'refused', reason: 'audit/reported' };
  if (!of.begun) return { kind: 'refused', reason: 'audit/not-begun' };
  if (!mayChangeTeam(of)) return { kind: 'refused', reason: 'audit/team-not-yours' };
  const fault = (code: string, message: string) => ({
    kind: 'not-valid' as const,
    faults: [{ field: 'team', code, message }],
  });
  if (of.team.length === 0) return fault('one-lead', '責任者を一人選んでください。');
  return isSameTeam(of.former, of.team) ? fault('same', '監査する人も分野も、前と同じです。') : { kind: 'change' };
}
