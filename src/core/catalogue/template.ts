import { z } from 'zod';

/** Kinds of documents a facility rules itself by: policy 方針, rules 規程, procedure 手順, plan 計画. */
export const regulationKinds = ['policy', 'rules', 'procedure', 'plan', 'other'] as const;
export const regulationKindSchema = z.enum(regulationKinds);
export type RegulationKind = z.infer<typeof regulationKindSchema>;

/** Sizes of facilities a template is written for (our own classes; 経営管理編 7.0 3.1.2: write only what fits). */
export const templateSizes = ['clinic', 'small-hospital', 'large-hospital'] as const;
export type TemplateSize = (typeof templateSizes)[number];

/** A text in our own words to begin a document from, as it stands in `content/template/*.yaml`; never changes once published. */
export const templateSchema = z.strictObject({
  id: z.string().regex(/^TP-[a-z-]+$/),
  version: z.string(),
  kind: regulationKindSchema,
  title: z.string(),
  size: z.enum(templateSizes),
  /** Clauses and chapters such a document proves. */
  clauses: z.array(z.string()),
  /** Where it comes from and how to use it. */
  note: z.string(),
  body: z.string(),
});
export type Template = z.infer<typeof templateSchema>;
