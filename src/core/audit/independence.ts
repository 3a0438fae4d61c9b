import { z } from 'zod';
import { yearTitle } from '../kernel/fiscal-year.ts';

/**
 * The roles that bar from every area: who plans, operates or answers for the systems and who may use them (経営管理編 7.0 3⑪, 3.3.2).
 * An executive is barred by what he or she did alone: the executives have the audit held and answer to nobody it reports to.
 */
export const barringRoles = ['facility-administrator', 'safety-manager', 'planner', 'operator'] as const;
export type BarringRole = (typeof barringRoles)[number];

const deeds = [
  'submitted',
  'assigned',
  'answered',
  'proof',
  'task',
  'risk',
  'correction',
  'clause',
  'clause-step',
] as const;

/** What ties a person to an area: a role, or work done on the area, this fiscal year or the last. */
export const involvementSchema = z.object({
  reason: z.enum([...barringRoles, ...deeds]),
  /** Null where it is about every area. */
  areaId: z.string().nullable(),
  /** The fiscal year it was in; null of a role that is held today. */
  fiscalYear: z.number().int().nullable(),
  /** The clause it is about, which ties only where it is in scope; about every area where the sheet asks nothing of it. */
  clause: z.object({ id: z.string(), label: z.string() }).optional(),
});
export type Involvement = z.infer<typeof involvementSchema>;

/** The roles among these, written with spaces between, that bar from auditing. */
export const barringAmong = (roles: string): readonly BarringRole[] =>
  barringRoles.filter((role) => roles.split(' ').includes(role));

/**
 * What speaks against a person auditing an area; nothing where the person is independent of it. Who has a role that bars, now or
 * within the fiscal year or the last, or submitted what is audited, is independent of no area; who worked on an area is not of that one.
 */
export const speaksAgainst = (involvements: readonly Involvement[], areaId: string): readonly Involvement[] =>
  involvements.filter((involvement) => involvement.areaId === null || involvement.areaId === areaId);

/** What ties a person where these clauses are in scope: everything but work on other clauses. */
export const tiesWithin = (involvements: readonly Involvement[], clauses: readonly string[]): readonly Involvement[] =>
  involvements.filter(({ clause }) => clause === undefined || clauses.includes(clause.id));

/** What speaks against a person auditing anything at all. */
export const barsFromAll = (involvements: readonly Involvement[]): readonly Involvement[] =>
  involvements.filter(({ areaId }) => areaId === null);

type Seat = { readonly personId: string; readonly begunAt: Date; readonly areas: readonly string[] };
type Proof = { readonly personId: string; readonly areaId: string; readonly at: Date };

/** Whether a file at an item was added as part of auditing its area, so that it ties nobody to it. */
export const isAuditWork = (proof: Proof, seats: readonly Seat[]): boolean =>
  seats.some(
    ({ personId, begunAt, areas }) =>
      personId === proof.personId && begunAt <= proof.at && areas.includes(proof.areaId),
  );

const roleWords: Readonly<Record<BarringRole, string>> = {
  'facility-administrator': '施設の管理者',
  'safety-manager': '医療情報システム安全管理責任者',
  planner: '企画管理者',
  operator: '運用担当者',
};

const deedWords: Readonly<Record<Exclude<(typeof deeds)[number], 'clause' | 'clause-step'>, string>> = {
  submitted: '監査する点検を提出したため',
  assigned: '点検でこの分野の担当だったため',
  answered: '点検でこの分野に答えたため',
  proof: 'この分野の証跡を加えたため',
  task: 'この分野の取り組みの担当だったため',
  risk: 'この分野のリスクか、その対応の担当だったため',
  correction: 'この分野の指摘を直す担当だったため',
};

const isRole = (reason: Involvement['reason']): reason is BarringRole => reason in roleWords;

function deedOf({ reason, clause }: Involvement): string {
  if (reason === 'correction' && clause) return `対象の条項（${clause.label}）の指摘を直す担当だったため`;
  if (reason === 'clause') return `対象の条項（${clause?.label ?? ''}）の担当だったため`;
  if (reason === 'clause-step') return `対象の条項（${clause?.label ?? ''}）の手順を記録したため`;
  return isRole(reason) ? `${roleWords[reason]}の役割があったため` : deedWords[reason];
}

/** The reason in a line: 「令和8年度、点検でこの分野に答えたため」. */
export function involvementWords(involvement: Involvement): string {
  const { reason, fiscalYear } = involvement;
  if (fiscalYear !== null) return `${yearTitle(fiscalYear)}、${deedOf(involvement)}`;
  return isRole(reason) ? `${roleWords[reason]}の役割があるため` : deedOf(involvement);
}
