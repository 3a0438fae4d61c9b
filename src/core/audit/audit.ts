import { z } from 'zod';
import { auditKindSchema, auditStateSchema } from './audit-kind.ts';
import { auditedClauseSchema } from './audited-clause.ts';
import { findingSchema } from './finding.ts';
import { involvementSchema } from './independence.ts';
import { auditRequestSchema, interviewSchema } from './inquiry.ts';
import { remarkSchema } from './remark.ts';
import { areaId, seatSchema } from './seat.ts';
import { concernSchema, systemName } from './system.ts';
import { teamChangeSchema } from './team-change.ts';
import { veracityViewSchema } from './veracity.ts';

/** The sheets an audit can be held by. */
export const auditedSheetSchema = z.enum(['hospital', 'small-facility', 'network-level']);
export type AuditedSheet = z.infer<typeof auditedSheetSchema>;

export const auditSheetTitles: Readonly<Record<AuditedSheet, string>> = {
  hospital: '病院システム',
  'small-facility': '診療所・薬局・介護施設',
  'network-level': '院内ネットワーク',
};

const day = (title: string) => z.iso.date(`${title}を選んでください。`);

/** What is settled of an audit before it begins. */
export const auditPlanSchema = z.object({
  kind: auditKindSchema,
  title: z
    .string()
    .max(100, '題名は100文字までです。')
    .refine((title) => title.trim() !== '', '題名を入れてください。'),
  sheetId: auditedSheetSchema,
  /** Days in Japan. */
  plannedFrom: day('始める日'),
  plannedTo: day('終える日'),
  /** The scope, at least one of the three: areas of the sheet as a whole, clauses of the guideline with the items that speak of them, and systems by their names. */
  areas: z.array(areaId).max(40),
  clauses: z.array(z.string().max(20)).max(100),
  systems: z.array(systemName).max(30, '対象のシステムは30までです。'),
  team: z.array(seatSchema).max(20, '監査する人は20人までです。'),
});
export type AuditPlan = z.infer<typeof auditPlanSchema>;

const personSchema = z.object({ id: z.uuid(), name: z.string() });
const namedSchema = z.object({ id: z.string(), title: z.string() });

/** An audit as lists show it. */
export const auditSummarySchema = z.object({
  ...auditPlanSchema.pick({ kind: true, title: true, sheetId: true, plannedFrom: true, plannedTo: true }).shape,
  id: z.uuid(),
  fiscalYear: z.number().int(),
  state: auditStateSchema,
  lead: personSchema.nullable(),
  reportedAt: z.date().nullable(),
  /** Findings still to be put right or looked at, and those of them that are late. */
  openFindings: z.number().int(),
  lateFindings: z.number().int(),
});
export type AuditSummary = z.infer<typeof auditSummarySchema>;

/** Somebody who may be asked to audit, with what ties the person to areas. */
export const auditorSchema = z.object({ person: personSchema, involvements: z.array(involvementSchema) });
export type Auditor = z.infer<typeof auditorSchema>;

/** What a plan is made of: the areas, clauses and systems there are, and who holds the role of an auditor. */
export const auditChoicesSchema = z.object({
  areas: z.array(namedSchema),
  /** Each with the items of the sheet that speak of it. */
  clauses: z.array(namedSchema.extend({ items: z.array(z.object({ id: z.string(), areaId: z.string() })) })),
  /** The systems the facility has recorded, by their names. */
  systems: z.array(z.string()),
  auditors: z.array(auditorSchema),
});
export type AuditChoices = z.infer<typeof auditChoicesSchema>;

/** An audit with everything about it. */
export const auditViewSchema = auditSummarySchema.omit({ lead: true }).extend({
  /** Those in scope as a whole, and those of which only what its clauses ask is. */
  areas: z.array(namedSchema.extend({ whole: z.boolean() })),
  clauses: z.array(auditedClauseSchema),
  systems: z.array(z.string()),
  /** The systems what was concluded at an item concerns; nothing for whoever does not see the check sheet yet. */
  concerned: z.array(concernSchema),
  team: z.array(auditorSchema.extend({ lead: z.boolean(), areas: z.array(z.string()) })),
  /** How it was changed after the beginning, the oldest first, and whether the reader may change it so. */
  teamChanges: z.array(teamChangeSchema),
  mayChangeTeam: z.boolean(),
  begunAt: z.date().nullable(),
  /** The run that is its check sheet; null before it begins, and to all but the team before it is reported. */
  runId: z.uuid().nullable(),
  /** Whether the reader is of the team. */
  mine: z.boolean(),
  /** Whether the reader leads it. */
  leads: z.boolean(),
  /** What the auditors say as a whole; empty before it is reported, as are findings and veracity. */
  opinion: z.string(),
  findings: z.array(findingSchema),
  /** What the team recorded at clauses and systems while it is under way; nothing for everybody else, nor once it is reported. */
  remarks: z.array(remarkSchema),
  requests: z.array(auditRequestSchema),
  /** The working papers of the team; nothing for everybody else. */
  interviews: z.array(interviewSchema),
  veracity: veracityViewSchema.nullable(),
  /** How far its check sheet is: items in scope, and those that lack nothing; null where the reader may not see it. */
  progress: z.object({ items: z.number().int(), done: z.number().int() }).nullable(),
  revision: z.number().int(),
});
export type AuditView = z.infer<typeof auditViewSchema>;
