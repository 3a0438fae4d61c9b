import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { accessTokenDays, accessTokensAtMost, type Scope, scopes } from './access-token.ts';

const tags = ['アクセスキー'];
const path = '/facilities/{facilityId}/tokens';
const { least, most, usual } = accessTokenDays;
const access = { kind: 'facility', permission: 'token.create' } as const;

const name = z
  .string()
  .trim()
  .min(1, '何に使うキーかが分かる名前を入力してください。')
  .max(100, '名前は100文字までです。');
const chosenScopes = z
  .array(z.enum(scopes))
  .min(1, 'できることを一つ以上選んでください。')
  .max(scopes.length, '同じものは一度だけ選んでください。')
  .overwrite((chosen) => scopes.filter((scope) => chosen.includes(scope)));
const days = z
  .number()
  .int('日数は整数で入力してください。')
  .min(least, `日数は${least}〜${most}にしてください。`)
  .max(most, `日数は${least}〜${most}にしてください。`)
  .default(usual);

export const accessTokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** What it opens as long as the person's roles carry it. */
  scopes: z.array(z.string()),
  person: z.object({ id: z.uuid(), name: z.string() }),
  madeAt: z.date(),
  expiresAt: z.date(),
  /** Noted once a minute at most. */
  lastUsedAt: z.date().nullable(),
  state: z.enum(['usable', 'expired', 'revoked']),
});
export type AccessToken = z.infer<typeof accessTokenSchema>;
export type MakeAccessToken = { readonly name: string; readonly scopes: readonly Scope[]; readonly days: number };

export const accessTokenContract = {
  list: endpoint
    .meta({ access })
    .route({
      method: 'GET',
      path,
      tags,
      summary: 'アクセスキーの一覧（施設の管理者には施設のすべて、ほかの人には自分の）',
    })
    .input(facilityPath)
    .output(z.array(accessTokenSchema)),
  make: endpoint
    .meta({ access: { ...access, stepUp: true } })
    .route({ method: 'POST', path, tags, summary: 'アクセスキーを作る（キーが見られるのはこの一度だけ）' })
    .input(facilityPath.extend({ name, scopes: chosenScopes, days }))
    .output(z.object({ id: z.uuid(), token: z.string(), expiresAt: z.date() }))
    .errors({
      'identity/scope-not-held': {
        status: 409,
        message: 'あなたの役割ではできないことが、キーに含まれています。選び直してください。',
      },
      'identity/too-many-access-tokens': {
        status: 409,
        message: `使えるアクセスキーは一人${accessTokensAtMost}本までです。使っていないものを取り消してください。`,
      },
    }),
  revoke: endpoint
    .meta({ access })
    .route({
      method: 'DELETE',
      path: `${path}/{tokenId}`,
      tags,
      summary: 'アクセスキーを取り消す（すぐに使えなくなる）',
      successStatus: 204,
    })
    .input(facilityPath.extend({ tokenId: z.uuid() })),
};
