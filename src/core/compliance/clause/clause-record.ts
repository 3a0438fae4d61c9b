import { z } from 'zod';
import { clauseSchema, guidelineSchema } from '../../catalogue/guideline.ts';
import { certaintySchema, helpSchema } from '../../catalogue/sheet.ts';
import { ownerSchema } from '../../identity/owner.ts';
import { outcomes } from '../../plan/decision/outcome.ts';
import { clauseStepSchema } from './clause-cycle.ts';
import { clauseScopeSchema } from './clause-scope.ts';
import { systemTypes } from './system-type.ts';

const personSchema = z.object({ id: z.uuid(), name: z.string() });
const words = (most: number) => z.string().max(most, `${most}文字までです。`);

/** What a facility says of a clause. */
export const clauseEditSchema = z.object({
  /** Who sees to it: a member of the facility. */
  ownerId: z.uuid().nullable(),
  /** The last day of this round, in Japan. */
  dueOn: z.iso.date().nullable(),
  /** The documents that show it and where they are. */
  documents: words(1_000),
  /** Why it is not kept; empty where it is, or is being worked on (経営管理編 4②). */
  undone: words(1_000),
});
export type ClauseEdit = z.infer<typeof clauseEditSchema>;

/** One step somebody did; it never changes. */
export const doneStepSchema = z.object({
  id: z.uuid(),
  step: clauseStepSchema,
  note: z.string(),
  doneBy: personSchema,
  doneAt: z.date(),
});
export type DoneStep = z.infer<typeof doneStepSchema>;

/** What the newest submitted answers say of a clause: kept, not kept, or not to be told; with the questions that say so. */
export const clauseSignSchema = z.object({
  kept: z.boolean().nullable(),
  from: z.array(
    z.object({
      itemId: z.string(),
      text: z.string(),
      words: z.string(),
      established: z.array(z.string()),
      speaksAgainst: z.boolean(),
    }),
  ),
});
export type ClauseSign = z.infer<typeof clauseSignSchema>;

/** What the executives were asked of a clause that is not kept, and what they said last. */
export const askedOfClauseSchema = z.object({
  state: z.enum(['due', 'waiting', 'settled']),
  decided: z.object({ outcome: z.enum(outcomes), number: z.string(), reason: z.string() }).nullable(),
});
export type AskedOfClause = z.infer<typeof askedOfClauseSchema>;

/** Something kept elsewhere that proves a clause: a document in force, the desk for patients, provisions; with its words and, where it is one row, its id. */
export const shownBySchema = z.object({
  kind: z.enum(['regulation', 'desk', 'provision']),
  id: z.uuid().nullable(),
  words: z.string(),
});
export type ShownBy = z.infer<typeof shownBySchema>;

/** A line of the guideline, a clause or a chapter, with what the facility has done about it. */
export const clauseViewSchema = clauseEditSchema.omit({ ownerId: true }).extend({
  id: z.string(),
  ...clauseSchema.pick({ label: true, text: true, roles: true }).shape,
  /** What a chapter asks, as far as it could be read. */
  points: z.array(z.string()),
  help: helpSchema.nullable(),
  certainty: certaintySchema,
  /** What would prove that it is kept. */
  proofs: z.array(z.string()),
  chapter: z.object({ no: z.number().int(), title: z.string() }),
  part: guidelineSchema.pick({ id: true, title: true, version: true }),
  /** Where in the guideline it stands. */
  source: z.string(),
  scope: clauseScopeSchema,
  /** What is kept elsewhere in Mamori and proves it. */
  shownBy: z.array(shownBySchema),
  owner: ownerSchema.nullable(),
  /** 0 where nothing was ever said of it. */
  revision: z.number().int(),
  /** The newest first. */
  steps: z.array(doneStepSchema),
  sign: clauseSignSchema.nullable(),
  asked: askedOfClauseSchema.nullable(),
});
export type ClauseView = z.infer<typeof clauseViewSchema>;

/** The parts of the guideline with their lines, and what the facility says of itself that decides which are for it. */
export const clauseRegisterSchema = z.object({
  facility: z.object({
    systemType: z.enum(systemTypes).nullable(),
    deemed: z.enum(['may-apply', 'does-not-apply', 'unclear']).nullable(),
  }),
  parts: z.array(
    z.object({
      guideline: guidelineSchema.omit({ chapters: true }),
      clauses: z.array(clauseViewSchema),
    }),
  ),
});
export type ClauseRegister = z.infer<typeof clauseRegisterSchema>;
