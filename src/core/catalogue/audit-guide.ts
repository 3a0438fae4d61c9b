import { z } from 'zod';
import { itemIdSchema, sheetIdSchema } from './sheet.ts';

/** What a sample is taken of; how large it is follows from the guide's rule for its kind. */
export const sampleKinds = ['whole', 'records', 'things', 'people'] as const;
export const sampleKindSchema = z.enum(sampleKinds);

/** How an auditor looks at an item: what to ask, where to look, and of what to take a sample. */
export const auditInstructionSchema = z.strictObject({
  item: itemIdSchema,
  ask: z.string(),
  look: z.string(),
  sample: sampleKindSchema,
});

/** Instructions for auditing by one version of a sheet, as they stand in `content/audit/*.yaml`. */
export const auditGuideSchema = z.strictObject({
  id: z.string().regex(/^audit-[a-z-]+$/),
  version: z.string(),
  title: z.string(),
  sheet: sheetIdSchema,
  sheetVersion: z.string(),
  published: z.iso.date(),
  notice: z.string(),
  /** The rule for the size of a sample of each kind, as people read it. */
  samples: z.strictObject({ whole: z.string(), records: z.string(), things: z.string(), people: z.string() }),
  items: z.array(auditInstructionSchema).min(1),
});
export type AuditGuide = z.infer<typeof auditGuideSchema>;
