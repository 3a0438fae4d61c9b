import { z } from 'zod';
import { prefectureSchema } from './register-shape.ts';

/** Kinds of organisations above the facility. */
export const organisationKindTitles = {
  corporation: '法人',
  network: '地域連携',
  prefecture: '都道府県',
  ministry: '国',
  vendor: '事業者',
} as const;
export const organisationKinds = ['corporation', 'network', 'prefecture', 'ministry', 'vendor'] as const;
export const organisationKindSchema = z.enum(organisationKinds);
export type OrganisationKind = z.infer<typeof organisationKindSchema>;

export const organisationSchema = z.object({
  id: z.uuid(),
  kind: organisationKindSchema,
  name: z.string(),
  /** The code of a prefecture; null for every other kind. */
  prefecture: z.number().int().nullable(),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const newOrganisationSchema = z
  .object({
    kind: organisationKindSchema,
    name: z.string().trim().min(1, '名称を入力してください。').max(100, '名称は100文字までです。'),
    prefecture: prefectureSchema.nullable().default(null),
  })
  .refine(({ kind, prefecture }) => (kind === 'prefecture') === (prefecture !== null), {
    path: ['prefecture'],
    error: '都道府県の組織には都道府県を選びます。ほかの組織では空にします。',
  });
export type NewOrganisation = z.infer<typeof newOrganisationSchema>;

/** Whether facilities are members of it; a prefecture and the ministry reach them by prefecture code, a vendor not at all. */
export const hasMembers = (kind: OrganisationKind): boolean => kind === 'corporation' || kind === 'network';

/** Whether it sees counts of all facilities of its area. */
export const hasArea = (kind: OrganisationKind): boolean => kind === 'prefecture' || kind === 'ministry';

/** What a member facility lets its organisation see: that it is counted, its stage, or its score and level too. */
export const consentTitles = {
  count: '数に入れるだけ（どこまで進んだかは見せない）',
  stage: '進み具合まで（始めていない・回答の途中・提出済み）',
  score: '進み具合と、総合点・ネットワークのレベルまで',
} as const;
export const consents = ['count', 'stage', 'score'] as const;
export const consentSchema = z.enum(consents);
export type Consent = z.infer<typeof consentSchema>;
