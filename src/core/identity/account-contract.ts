import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { mailErrors } from '../kernel/mail.ts';
import {
  email,
  linkSecret,
  locked,
  newPassword,
  proofCode,
  sessionSchema,
  sixDigits,
  unusableLink,
  wrongCode,
} from './contract.ts';
import { assertionRefusals, challengeRefusal, noPasskeysHere } from './passkey-errors.ts';
import { assertionSchema } from './passkey-shapes.ts';
import { secondFactors } from './second-factor.ts';

const tags = ['自分のアカウント'];
const member = '/facilities/{facilityId}/members/{personId}';
const givenPassword = z.string().min(1, '今のパスワードを入力してください。').max(200);
const enrolment = z.object({ secret: z.string(), uri: z.string(), qrCode: z.string() });
/** Whether the link is to be sent to the registered address too, beside being shown. */
const mailToo = { mail: z.boolean().optional() };
const resetLink = z.object({ path: z.string(), expiresAt: z.date(), name: z.string() });

const wrongPassword = {
  'identity/password-wrong': { status: 400, message: '今のパスワードが違います。' },
} as const;
const noSecondFactor = {
  'identity/no-second-factor': {
    status: 409,
    message: 'この操作は、確認コードかパスキーを設定した人だけが行えます。',
  },
} as const;
const notResettable = {
  'identity/reset-by-provider': {
    status: 409,
    message:
      'この人は、組織のアカウントでサインインするため、まもりのパスワードがありません。組織の認証基盤の管理者に相談してください。',
  },
  'identity/reset-own': {
    status: 409,
    message: '自分のパスワードは、「自分のアカウント」で今のパスワードを入れて変えてください。',
  },
  'identity/reset-system-role': {
    status: 409,
    message:
      'この人は、システム管理者でもあるため、ここからは再設定できません。まもりを動かしている担当者に相談してください。',
  },
} as const;

export const accountSchema = z.object({
  name: z.string(),
  email: z.string(),
  /** What is set up besides the password. */
  secondFactors: z.array(z.enum(secondFactors)),
  recoveryCodesLeft: z.number().int(),
  /** Letters about work are wanted; those about the account's security come in any case. */
  workNotices: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;

export const ownSessionSchema = z.object({
  id: z.uuid(),
  /** 「Chrome（Windows）」; empty for a session begun before this was kept. */
  browser: z.string(),
  beganAt: z.date(),
  seenAt: z.date(),
  /** The one this question came by. */
  current: z.boolean(),
});

/** What proves that the person is there: a passkey, a code of the authenticator or a recovery code; for whoever has none, the password. */
export const stepUpInput = z.union([
  z.object({ code: proofCode }),
  z.object({ password: givenPassword }),
  z.object({ passkey: assertionSchema }),
]);
export type StepUpInput = z.output<typeof stepUpInput>;

/** A person's own account, and the ways back into it. */
export const accountContract = {
  read: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'GET', path: '/account', tags, summary: '自分のアカウント' })
    .output(accountSchema),
  stepUp: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'POST', path: '/session/step-up', tags, summary: 'もう一度本人と確かめる（10分間有効）' })
    .input(stepUpInput)
    .output(z.object({ recoveryCodesLeft: z.number().int() }))
    .errors({
      'identity/code-needed': {
        status: 400,
        message: 'パスワードでは足りません。パスキー、確認コード、復旧コードのどれかで確かめてください。',
      },
      ...noPasskeysHere,
      ...challengeRefusal,
      ...assertionRefusals,
      ...wrongCode,
      ...wrongPassword,
      ...locked,
    }),
  changePassword: endpoint
    .meta({ access: { kind: 'person' } })
    .route({
      method: 'PUT',
      path: '/account/password',
      tags,
      summary: 'パスワードを変える（ほかの端末はサインアウトする）',
    })
    .input(z.object({ current: givenPassword, password: newPassword }))
    .output(sessionSchema)
    .errors({ ...wrongPassword, ...locked }),
  sessions: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'GET', path: '/account/sessions', tags, summary: 'サインイン中の端末' })
    .output(z.array(ownSessionSchema)),
  endSession: endpoint
    .meta({ access: { kind: 'person', stepUp: true } })
    .route({
      method: 'DELETE',
      path: '/account/sessions/{sessionId}',
      tags,
      summary: '端末を一つサインアウトする',
      successStatus: 204,
    })
    .input(z.object({ sessionId: z.uuid() })),
  endOtherSessions: endpoint.meta({ access: { kind: 'person', stepUp: true } }).route({
    method: 'DELETE',
    path: '/account/sessions',
    tags,
    summary: 'この端末のほかをすべてサインアウトする',
    successStatus: 204,
  }),
  chooseNotices: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'PUT', path: '/account/notices', tags, summary: '仕事のお知らせのメールを受け取るかを選ぶ' })
    .input(z.object({ work: z.boolean() }))
    .output(z.object({ work: z.boolean() })),
  makeRecoveryCodes: endpoint
    .meta({ access: { kind: 'person', stepUp: true } })
    .route({
      method: 'POST',
      path: '/account/recovery-codes',
      tags,
      summary: '復旧コードを作る（一度だけ示し、前のものは使えなくなる）',
    })
    .output(z.object({ codes: z.array(z.string()) }))
    .errors(noSecondFactor),
  beginRenewal: endpoint
    .meta({ access: { kind: 'person', stepUp: true } })
    .route({ method: 'POST', path: '/account/second-factor', tags, summary: '確認コードの設定し直しを始める' })
    .output(enrolment)
    .errors(noSecondFactor),
  confirmRenewal: endpoint
    .meta({ access: { kind: 'person', stepUp: true } })
    .route({ method: 'PUT', path: '/account/second-factor', tags, summary: '確認コードの設定し直しを終える' })
    .input(z.object({ code: sixDigits }))
    .output(sessionSchema)
    .errors({ ...wrongCode, ...locked }),
  issueResetLink: endpoint
    .meta({ access: { kind: 'facility', permission: 'member.invite', stepUp: true } })
    .route({ method: 'POST', path: `${member}/reset-link`, tags, summary: '職員のパスワード再設定リンクを作る' })
    .input(facilityPath.extend({ personId: z.uuid(), ...mailToo }))
    .output(resetLink)
    .errors({
      ...mailErrors,
      ...notResettable,
      'identity/reset-elsewhere': {
        status: 409,
        message:
          'この人は、ほかの施設や組織でもまもりを使っています。その内容を守るため、一つの施設からは再設定できません。システム管理者に頼んでください。',
      },
    }),
  issueAdministratorResetLink: endpoint
    .meta({ access: { kind: 'system', permission: 'person.reset', stepUp: true } })
    .route({
      method: 'POST',
      path: '/reset-links',
      tags,
      summary: '施設の管理者か、いくつもの施設に加わる人の、パスワード再設定リンクを作る',
    })
    .input(z.object({ email, ...mailToo }))
    /** `path` is null where the link goes to the registered address only. */
    .output(resetLink.extend({ path: z.string().nullable() }))
    .errors({
      ...mailErrors,
      ...notResettable,
      'identity/email-unknown': { status: 404, message: 'このメールアドレスで登録した人はいません。' },
      'identity/reset-by-facility': {
        status: 409,
        message: 'この人は施設の管理者ではありません。その施設の管理者に、再設定リンクを作るよう頼んでください。',
      },
    }),
  requestReset: endpoint
    .meta({ access: { kind: 'public' } })
    .route({
      method: 'POST',
      path: '/reset-requests',
      tags,
      summary: '自分のパスワード再設定リンクをメールで頼む（登録の有無にかかわらず、いつも同じ答え）',
      successStatus: 204,
    })
    .input(z.object({ email }))
    .errors({
      'mail/not-set-up': {
        status: 409,
        message:
          'このまもりは、メールを送れるように設定されていません。施設の管理者に、再設定リンクを作るよう頼んでください。',
      },
    }),
  readResetLink: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'POST', path: '/reset-link', tags, summary: 'パスワード再設定リンクの宛先を見る' })
    .input(z.object({ token: linkSecret }))
    .output(z.object({ name: z.string(), email: z.string(), secondFactor: z.boolean() }))
    .errors(unusableLink),
  resetPassword: endpoint
    .meta({ access: { kind: 'public' } })
    .route({
      method: 'POST',
      path: '/reset-link/password',
      tags,
      summary: '再設定リンクから新しいパスワードを決める（すべての端末がサインアウトする）',
      successStatus: 204,
    })
    .input(z.object({ token: linkSecret, password: newPassword }))
    .errors(unusableLink),
};
