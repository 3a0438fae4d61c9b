import { z } from 'zod';
import { answerValueSchema, type SheetId, sheetIdSchema } from '../catalogue/sheet.ts';
import type { Role } from '../identity/role.ts';
import { conclusionSchema } from './conclusion.ts';
import { type RunPurpose, runPurposeSchema } from './run-purpose.ts';

/** The sheets an institution answers for itself once a fiscal year. */
export const selfAssessmentSheets = [
  'hospital',
  'small-facility',
  'network-level',
  'executive',
] as const satisfies SheetId[];
export const selfAssessmentSheetSchema = z.enum(selfAssessmentSheets);
export type SelfAssessmentSheet = z.infer<typeof selfAssessmentSheetSchema>;

/** The sheets a facility begins a run of by itself: its self-assessment, and its own form of the ministry checklist. */
export const beginnableSheetSchema = z.enum([...selfAssessmentSheets, 'checklist-institution', 'checklist-pharmacy']);
export type BeginnableSheet = z.infer<typeof beginnableSheetSchema>;

export const runStatusSchema = z.enum(['open', 'submitted']);
export type RunStatus = z.infer<typeof runStatusSchema>;

/** Longest note of an answer, in characters. */
export const longestNote = 2000;

const by = z.object({ id: z.uuid(), name: z.string() });

export const answerSchema = z.object({
  itemId: z.string(),
  value: answerValueSchema.nullable(),
  note: z.string(),
  /** Rises by one with every change; 0 stands for an item never answered. */
  revision: z.number().int().nonnegative(),
  /** Carried over from last year and not looked at yet. */
  toConfirm: z.boolean(),
  /** Days in Japan, of a checklist only: when it was confirmed, and by when an いいえ is to be はい. */
  confirmedOn: z.iso.date().nullable(),
  targetOn: z.iso.date().nullable(),
  /** Of an audit only. */
  conclusion: conclusionSchema.nullable(),
  answeredBy: by,
  answeredAt: z.date(),
});
export type Answer = z.infer<typeof answerSchema>;

export const runSummarySchema = z.object({
  id: z.uuid(),
  sheetId: sheetIdSchema,
  sheetVersion: z.string(),
  sheetTitle: z.string(),
  fiscalYear: z.number().int(),
  status: runStatusSchema,
  /** Items with an answer, and all items. */
  answered: z.number().int(),
  items: z.number().int(),
  toConfirm: z.number().int(),
  begunAt: z.date(),
  submittedAt: z.date().nullable(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

export const runSchema = runSummarySchema.extend({
  answers: z.array(answerSchema),
  assignments: z.array(z.object({ areaId: z.string(), person: by })),
  /** Of a checklist: the facility has no vendor under contract, which sets some items aside. */
  withoutVendor: z.boolean(),
  /** The version an open run can go over to. */
  newerVersion: z.string().nullable(),
  purpose: runPurposeSchema,
  /** The vendor's system or the audit it is about. */
  subjectId: z.uuid().nullable(),
  /** Of an audit: the areas in its scope as a whole, and the items its clauses ask in others. */
  scopeAreas: z.array(z.string()).nullable(),
  scopeItems: z.array(z.string()).nullable(),
  /** What the reader may do in this run; the server decides again at every act. */
  may: z.object({
    answer: z.union([z.literal('all'), z.array(z.string())]),
    assign: z.boolean(),
    submit: z.boolean(),
    reopen: z.boolean(),
    move: z.boolean(),
  }),
});
export type Run = z.infer<typeof runSchema>;

const answersAnything: readonly Role[] = [
  'facility-administrator',
  'safety-manager',
  'planner',
  'operator',
  'support-answer',
];

type Person = { readonly id: string; readonly roles: readonly Role[] };
type Whose = { readonly purpose: RunPurpose; readonly executiveId: string | null };

const isOwn = (run: Whose, person: Person): boolean =>
  run.executiveId === person.id && person.roles.includes('executive');

/**
 * Whether a person may answer an area of a run: an executive only the own one, a vendor's contact only a vendor's form; an
 * auditor the areas of an audit that are handed to the person, and nothing else; others every area of the facility's runs by
 * their role, or as staff the areas handed to them.
 */
export function mayAnswer(run: Whose, person: Person, assignedTo: string | undefined): boolean {
  if (run.purpose === 'executive') return isOwn(run, person);
  if (run.purpose === 'audit') return assignedTo === person.id && person.roles.includes('auditor');
  if (person.roles.includes('vendor-contact')) return run.purpose === 'vendor';
  if (person.roles.some((role) => answersAnything.includes(role))) return true;
  return assignedTo === person.id && person.roles.includes('staff');
}

/** Whether an area can be handed to somebody with these roles: to those who may answer at all. */
export function mayBeAssigned(roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'staff' || answersAnything.includes(role));
}

/** Whether a person may read the answers of an area: everyone but staff all of them, staff those handed to them. */
export function mayRead(person: Person, assignedTo: string | undefined): boolean {
  return person.roles.some((role) => role !== 'staff') || assignedTo === person.id;
}

/** Whether a person may submit a run: an executive the own one, otherwise by role. An audit is reported instead. */
export function maySubmit(run: Whose, person: Person): boolean {
  if (run.purpose === 'executive') return isOwn(run, person);
  if (run.purpose === 'audit') return false;
  return person.roles.some(
    (role) => role === 'facility-administrator' || role === 'safety-manager' || role === 'planner',
  );
}

/** Whether a person may take a submission back: the safety manager the facility's, an executive the own one, of an audit nobody. */
export function mayReopen(run: Whose, person: Person): boolean {
  if (run.purpose === 'executive') return isOwn(run, person);
  return run.purpose !== 'audit' && person.roles.includes('safety-manager');
}
