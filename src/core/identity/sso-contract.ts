import { z } from 'zod';
import { endpoint, facilityPath, organisationPath } from '../kernel/contract.ts';
import { email, sessionSchema } from './contract.ts';
import { ssoFacilityRoles, ssoOrganisationRoles } from './sso/group-roles.ts';
import {
  completionRefusals,
  connectionRefusals,
  forAdministrators,
  noConnection,
  passwordNeeded,
} from './sso/refusals.ts';

const tags = ['組織のアカウントでのサインイン'];
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, '「example.jp」の形で入力してください。');

const connectionInput = z.object({
  name: z.string().trim().min(1, '画面に出す名前を入力してください。').max(60, '60文字までです。'),
  issuer: z.string().trim().min(1, '発行者のアドレスを入力してください。').max(500),
  clientId: z.string().trim().min(1, 'クライアントIDを入力してください。').max(300),
  /** Left out, the one kept stays. */
  clientSecret: z.string().min(1, 'クライアントシークレットを入力してください。').max(1000).optional(),
  domains: z.array(domain).min(1, 'メールのドメインを一つ以上入力してください。').max(50),
  groupsClaim: z.string().trim().min(1, 'グループのクレーム名を入力してください。').max(100).default('groups'),
  trustsSecondFactor: z.boolean().default(false),
});
export const connectionSchema = connectionInput
  .omit({ clientSecret: true })
  .extend({ madeAt: z.date(), endpoints: z.array(z.string()) });
export type Connection = z.infer<typeof connectionSchema>;

export const groupSchema = z.object({
  id: z.uuid(),
  group: z.string(),
  facility: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  roles: z.array(z.enum([...ssoFacilityRoles, ...ssoOrganisationRoles])),
});
const groupsView = z.object({
  connection: z.object({ name: z.string(), groupsClaim: z.string() }).nullable(),
  groups: z.array(groupSchema),
  /** Facilities of the organisation; `opened` where they let its provider's people in. */
  facilities: z.array(z.object({ id: z.uuid(), name: z.string(), opened: z.boolean() })),
});
export type GroupsView = z.infer<typeof groupsView>;

const way = z.object({ url: z.string() });
export const ssoContract = {
  offered: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'GET', path: '/sso', tags, summary: '組織のアカウントでサインインできるか' })
    .output(z.object({ offered: z.boolean() })),
  begin: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'POST', path: '/sso/beginning', tags, summary: '組織のアカウントでのサインインを始める' })
    .input(z.object({ email }))
    .output(way)
    .errors(noConnection),
  complete: endpoint
    .meta({ access: { kind: 'public' } })
    .route({
      method: 'POST',
      path: '/sso/completion',
      tags,
      summary: '認証基盤から戻り、サインインを終える（始めたときに返ったCookieを付ける）',
    })
    .input(
      z.object({
        state: z.string().min(1).max(300),
        code: z.string().min(1).max(4000).optional(),
        iss: z.string().max(500).optional(),
        error: z.string().max(300).optional(),
      }),
    )
    .output(z.object({ purpose: z.enum(['sign-in', 'link', 'step-up']), session: sessionSchema }))
    .errors(completionRefusals),
  own: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'GET', path: '/account/sso', tags, summary: '自分のアカウントと組織の認証基盤のつながり' })
    .output(z.object({ name: z.string().nullable(), linked: z.boolean(), hasPassword: z.boolean() })),
  link: endpoint
    .meta({ access: { kind: 'person', stepUp: true } })
    .route({ method: 'POST', path: '/account/sso', tags, summary: '自分のアカウントを組織の認証基盤とつなぎ始める' })
    .output(way)
    .errors({ ...noConnection, ...forAdministrators }),
  unlink: endpoint
    .meta({ access: { kind: 'person', stepUp: true } })
    .route({
      method: 'DELETE',
      path: '/account/sso',
      tags,
      summary: '自分のアカウントと組織の認証基盤のつながりを外す（それで入った端末は、すぐにサインアウトする）',
    })
    /** `signedOut` where the session asking was one of the provider's. */
    .output(z.object({ signedOut: z.boolean() }))
    .errors(passwordNeeded),
  stepUp: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'POST', path: '/session/step-up/sso', tags, summary: '組織の認証基盤で本人と確かめ直す' })
    .output(way)
    .errors(noConnection),
  connection: endpoint
    .meta({ access: { kind: 'system', permission: 'sso.configure' } })
    .route({ method: 'GET', path: '/register/organisations/{organisationId}/sso', tags, summary: '組織の認証基盤' })
    .input(organisationPath)
    .output(
      z.object({
        organisationName: z.string(),
        connection: connectionSchema.nullable(),
        redirectUri: z.string(),
        signedOutUri: z.string(),
      }),
    ),
  save: endpoint
    .meta({ access: { kind: 'system', permission: 'sso.configure', stepUp: true } })
    .route({
      method: 'PUT',
      path: '/register/organisations/{organisationId}/sso',
      tags,
      summary: '組織の認証基盤を登録する、または直す（つながるかをその場で確かめる）',
    })
    .input(organisationPath.extend(connectionInput.shape))
    .output(connectionSchema)
    .errors(connectionRefusals),
  end: endpoint
    .meta({ access: { kind: 'system', permission: 'sso.configure', stepUp: true } })
    .route({
      method: 'DELETE',
      path: '/register/organisations/{organisationId}/sso',
      tags,
      summary: '組織の認証基盤を外す（それで入った人は、すぐにサインアウトする）',
      successStatus: 204,
    })
    .input(organisationPath),
  groups: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.invite' } })
    .route({ method: 'GET', path: '/organisations/{organisationId}/sso-groups', tags, summary: 'グループと役割' })
    .input(organisationPath)
    .output(groupsView),
  addGroup: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.invite', stepUp: true } })
    .route({
      method: 'POST',
      path: '/organisations/{organisationId}/sso-groups',
      tags,
      summary: 'グループに役割を決める（施設を指定しなければ、組織の中の役割）',
      successStatus: 204,
    })
    .input(
      organisationPath.extend({
        group: z.string().trim().min(1, 'グループの値を入力してください。').max(300),
        memberId: z.uuid().nullable(),
        roles: z
          .array(z.enum([...ssoFacilityRoles, ...ssoOrganisationRoles]))
          .min(1, '役割を一つ以上選んでください。')
          .max(20),
      }),
    )
    .errors({
      'sso/facility-not-open': {
        status: 409,
        message: 'この施設は、組織の認証基盤での職員のサインインをまだ許していません。施設の管理者に頼んでください。',
      },
      'sso/roles-not-here': { status: 400, message: 'ここでは選べない役割が入っています。' },
    }),
  removeGroup: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.invite', stepUp: true } })
    .route({
      method: 'DELETE',
      path: '/organisations/{organisationId}/sso-groups/{groupId}',
      tags,
      summary: 'グループの役割を消す（次にサインインしたときに外れる）',
      successStatus: 204,
    })
    .input(organisationPath.extend({ groupId: z.uuid() })),
  atFacility: endpoint
    .meta({ access: { kind: 'facility', permission: 'support.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/sso',
      tags,
      summary: '職員のサインインを許した組織の認証基盤',
    })
    .input(facilityPath)
    .output(z.array(z.object({ organisationId: z.uuid(), name: z.string(), openedAt: z.date().nullable() }))),
  open: endpoint
    .meta({ access: { kind: 'facility', permission: 'membership.change', stepUp: true } })
    .route({
      method: 'PUT',
      path: '/facilities/{facilityId}/memberships/{organisationId}/sso',
      tags,
      summary: '組織の認証基盤で職員がサインインできるようにする、またはやめる',
      successStatus: 204,
    })
    .input(facilityPath.extend({ organisationId: z.uuid(), open: z.boolean() }))
    .errors({
      'sso/not-a-member': {
        status: 409,
        message: '施設がこの組織に参加していないため、決められません。先に参加してください。',
      },
    }),
};
