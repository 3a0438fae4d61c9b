import { z } from 'zod';
import { ownerSchema } from '../identity/owner.ts';
import { outcomes } from '../plan/decision/outcome.ts';
import { changedSchema } from './accepted-parts.ts';
import { estimateSchema } from './level.ts';
import { riskStateSchema } from './risk-state.ts';
import { treatmentSchema } from './treatment.ts';

const words = (most: number) => z.string().max(most, `${most}文字までです。`);
const count = (most: number) =>
  z.number().int().min(0, '0以上の数にしてください。').max(most, '数が大きすぎます。').nullable();

/** What somebody says of a risk (ISO/IEC 27005: asset, threat, vulnerability, consequence). */
export const riskEditSchema = z.object({
  title: words(200).refine((title) => title.trim() !== '', 'どんなリスクかを書いてください。'),
  /** The names of what it is about. */
  assets: z
    .array(words(60).refine((asset) => asset.trim() !== '', '空の名前があります。消してください。'))
    .max(20, '20個までにしてください。'),
  /** What could happen to it (脅威). */
  threat: words(1_000),
  /** Why it could (脆弱性). */
  weakness: words(1_000),
  /** The function of care that would be out, and for how many hours. */
  careFunction: words(100),
  outageHours: count(99_999),
  /** Patients whose care would be affected. */
  patients: count(99_999_999),
  /** People whose data would leak. */
  leaked: count(99_999_999),
  /** Who answers for it: a member of the facility. */
  ownerId: z.uuid().nullable(),
});
export type RiskEdit = z.infer<typeof riskEditSchema>;

/** What is estimated of a risk: how it stands, and what remains after its treatments. */
export const assessmentSchema = estimateSchema.extend({
  after: estimateSchema.nullable(),
  /** Why it remains so. */
  afterNote: words(1_000),
});
export type Assessment = z.infer<typeof assessmentSchema>;

/** The words with which accepting a risk is put before the executives. */
export const acceptanceEditSchema = z.object({
  reason: words(400).refine((reason) => reason.trim() !== '', '受け入れる理由を書いてください。'),
  /** The last day it is to be accepted, in Japan. */
  until: z.iso.date(),
});
export type AcceptanceEdit = z.infer<typeof acceptanceEditSchema>;

/** What was asked of the executives, and what they said last. */
const acceptanceSchema = acceptanceEditSchema.extend({
  /** What remained of the risk when it was asked, and how large its impact; where more remains they are asked anew. */
  level: z.number().int(),
  impact: z.number().int(),
  /** What has changed since they accepted it, so that they are asked anew; null otherwise. */
  changed: changedSchema.nullable(),
  decided: z
    .object({ outcome: z.enum(outcomes), number: z.string(), reason: z.string(), until: z.iso.date().nullable() })
    .nullable(),
});

/** A risk as a line of the register. */
export const riskLineSchema = z.object({
  id: z.uuid(),
  /** Counted from 1 within the facility; never given twice. */
  number: z.number().int(),
  title: z.string(),
  state: riskStateSchema,
  estimate: estimateSchema.nullable(),
  after: estimateSchema.nullable(),
  /** 0–25; 0 where nobody has estimated it. */
  level: z.number().int(),
  levelAfter: z.number().int(),
  /** The scale has changed since: somebody is to look at the estimate again. */
  toReview: z.boolean(),
  owner: ownerSchema.nullable(),
  /** The last day it is accepted. */
  acceptedUntil: z.iso.date().nullable(),
});
export type RiskLine = z.infer<typeof riskLineSchema>;

/** A risk with everything said of it. */
export const riskSchema = riskLineSchema.extend({
  ...riskEditSchema.omit({ ownerId: true }).shape,
  afterNote: z.string(),
  treatments: z.array(treatmentSchema),
  acceptance: acceptanceSchema.nullable(),
  closedReason: z.string().nullable(),
  /** The suggestion it was taken from. */
  suggestionId: z.string().nullable(),
  revision: z.number().int(),
});
export type Risk = z.infer<typeof riskSchema>;
