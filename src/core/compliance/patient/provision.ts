import { z } from 'zod';

const words = (most: number) => z.string().max(most, `${most}文字までです。`);
const personSchema = z.object({ id: z.uuid(), name: z.string() });

/** On what a provision to a third party rests; which it is, the facility says. */
export const provisionGrounds = ['consent', 'law', 'other'] as const;
export type ProvisionGround = (typeof provisionGrounds)[number];
export const provisionGroundTitles: Readonly<Record<ProvisionGround, string>> = {
  consent: '本人の同意',
  law: '法令',
  other: 'ほか',
};

/** Information given to a third party (経営管理編 7.0 1⑯, 1⑰). */
export const provisionEditSchema = z.object({
  providedOn: z.iso.date('提供した日を選んでください。'),
  recipient: words(200).refine((recipient) => recipient.trim() !== '', '提供した相手を書いてください。'),
  /** What was given, without whose it is. */
  content: words(500).refine((content) => content.trim() !== '', '提供した情報の種類を書いてください。'),
  ground: z.enum(provisionGrounds),
  /** Which law, where the consent is kept. */
  groundNote: words(500),
  /** The document in which both have settled who answers for what; empty where there is none. */
  agreement: words(500),
});
export type ProvisionEdit = z.infer<typeof provisionEditSchema>;

export const provisionSchema = provisionEditSchema.extend({
  id: z.uuid(),
  revision: z.number().int(),
  writtenBy: personSchema,
  writtenAt: z.date(),
});
export type Provision = z.infer<typeof provisionSchema>;

/** A page of provisions, the newest first; `next` leads to the page after it. */
export const provisionPageSchema = z.object({ entries: z.array(provisionSchema), next: z.uuid().nullable() });
export type ProvisionPage = z.infer<typeof provisionPageSchema>;
