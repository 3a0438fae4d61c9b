import { z } from 'zod';
import { type RegulationKind, regulationKindSchema } from '../../catalogue/template.ts';

/** Most documents a facility keeps here; a list nobody can oversee helps nobody. */
export const mostRegulations = 200;

export const regulationKindTitles: Readonly<Record<RegulationKind, string>> = {
  policy: '方針',
  rules: '規程',
  procedure: '手順',
  plan: '計画',
  other: 'ほかの文書',
};

const words = (most: number) => z.string().max(most, `${most}文字までです。`);
const personSchema = z.object({ id: z.uuid(), name: z.string() });

/** What a document is, apart from its text. */
export const regulationEditSchema = z.object({
  kind: regulationKindSchema,
  title: words(120).refine((title) => title.trim() !== '', '文書の名前を書いてください。'),
  /** Clauses and chapters of the guideline it proves. */
  clauseIds: z.array(z.string().max(20)).max(30, '30件までです。'),
  /** The day by which it is looked over, in Japan. */
  reviewOn: z.iso.date().nullable(),
  /** No longer in force; what was is kept. */
  withdrawn: z.boolean(),
});
export type RegulationEdit = z.infer<typeof regulationEditSchema>;

/** The text of a version that is being written. */
export const draftSchema = z.object({
  /** From when it is to hold. */
  validOn: z.iso.date('いつから使うかを選んでください。'),
  /** What is different from the version before. */
  changes: words(1_000).refine((changes) => changes.trim() !== '', '前の版から変えたことを書いてください。'),
  /** Empty where the document is a file. */
  body: words(20_000),
});
export type Draft = z.infer<typeof draftSchema>;

/** A version; once an executive has approved it, it never changes. */
export const regulationVersionSchema = draftSchema.extend({
  id: z.uuid(),
  /** 1 for the first. */
  number: z.number().int(),
  writtenBy: personSchema,
  writtenAt: z.date(),
  approvedBy: personSchema.nullable(),
  approvedAt: z.date().nullable(),
});
export type RegulationVersion = z.infer<typeof regulationVersionSchema>;

const headSchema = regulationVersionSchema.omit({ body: true, changes: true });

/** A document in the register. */
export const regulationRowSchema = regulationEditSchema.extend({
  id: z.uuid(),
  revision: z.number().int(),
  /** The newest version an executive approved whose day has come. */
  current: headSchema.nullable(),
  /** The newest approved version that holds from a later day. */
  coming: headSchema.nullable(),
  /** The version that waits for approval. */
  draft: headSchema.nullable(),
});
export type RegulationRow = z.infer<typeof regulationRowSchema>;

/** A document with its versions, the newest first; of many the newest twenty. */
export const regulationSchema = regulationEditSchema.extend({
  id: z.uuid(),
  revision: z.number().int(),
  versions: z.array(regulationVersionSchema),
});
export type Regulation = z.infer<typeof regulationSchema>;

/** Whether a document in force is late to be looked over on a day in Japan. */
export const isReviewLate = (
  { withdrawn, reviewOn }: Pick<RegulationEdit, 'withdrawn' | 'reviewOn'>,
  today: string,
): boolean => !withdrawn && reviewOn !== null && reviewOn < today;

/** How many places of a text are left to be filled in: two or more underscores in a row, of either width, as the templates have them. */
export const blanksIn = (body: string): number => body.match(/[_＿]{2,}/g)?.length ?? 0;

type Told = Pick<RegulationVersion, 'number' | 'validOn' | 'approvedAt'>;

/** Whether a version holds on a day in Japan, as far as no newer one does: approved, and its day has come. */
export const hasBegun = ({ approvedAt, validOn }: Omit<Told, 'number'>, today: string): boolean =>
  approvedAt !== null && validOn <= today;

/**
 * The versions of a document that matter on a day in Japan: in force, the newest approved one whose day has come; coming, the newest
 * approved one after it whose day has not; and the one that waits for approval.
 */
export function standingVersions<Version extends Told>(
  versions: readonly Version[],
  today: string,
): { readonly current: Version | null; readonly coming: Version | null; readonly draft: Version | null } {
  const newestFirst = versions.toSorted((a, b) => b.number - a.number);
  const current = newestFirst.find((version) => hasBegun(version, today)) ?? null;
  const coming = newestFirst.find(({ number, validOn, approvedAt }) => {
    return approvedAt !== null && validOn > today && number > (current?.number ?? 0);
  });
  return { current, coming: coming ?? null, draft: newestFirst.find(({ approvedAt }) => approvedAt === null) ?? null };
}

/** What may be done next with a document, by the approval of its newest version. */
export type NextOfRegulation =
  | { readonly approvable: true; readonly versionId: string; readonly number: number }
  | { readonly approvable: false; readonly number: number };

/** The version a text goes to: the one that waits for approval, or the next one. */
export function nextVersion(
  newest: Pick<RegulationVersion, 'id' | 'number' | 'approvedAt'> | undefined,
): NextOfRegulation {
  if (newest && newest.approvedAt === null) return { approvable: true, versionId: newest.id, number: newest.number };
  return { approvable: false, number: (newest?.number ?? 0) + 1 };
}
