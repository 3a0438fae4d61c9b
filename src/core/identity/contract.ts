import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { mailErrors, mailStateSchema } from '../kernel/mail.ts';
import { inOrder } from './member-roles.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { facilityRoles, heldRoles, organisationRoles, systemRoles } from './role.ts';
import { proofs } from './second-factor.ts';
import { ownWayFirst } from './sso/refusals.ts';

const tags = ['サインインと権限'];
export const linkSecret = z.string().min(20).max(200);
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'メールアドレスの形で入力してください（例：hanako@example.jp）。' }).max(254));
const personName = z.string().trim().min(1, '氏名を入力してください。').max(100, '氏名は100文字までです。');
export const newPassword = z
  .string()
  .min(8, 'パスワードは8文字以上にしてください。')
  .max(200, 'パスワードは200文字までです。');
/** A code of the authenticator. */
export const sixDigits = z
  .string()
  .trim()
  .regex(/^\d{6}$/, '確認コードは6桁の数字です。');
/** A code of the authenticator, or a recovery code in its place. */
export const proofCode = z
  .string()
  .trim()
  .max(50)
  .refine((typed) => /^\d{6}$/.test(typed) || readRecoveryCode(typed) !== undefined, {
    error: '6桁の確認コードか、紙に控えた復旧コード（英数字24文字）を入力してください。',
  });
const roles = z.array(z.enum(facilityRoles));
const chosenRoles = roles
  .min(1, '役割を一つ以上選んでください。')
  .max(facilityRoles.length, '同じ役割は一度だけ選んでください。')
  .overwrite(inOrder);

export const sessionSchema = z.object({
  person: z.object({ id: z.uuid(), name: z.string() }),
  /** What the browser must do next before the session opens anything. */
  pending: z.enum(['none', 'enrol-second-factor', 'second-factor']),
  /** By what the person can prove to be there besides the password; the password itself only where there is nothing else. */
  proofs: z.array(z.enum(proofs)),
  /** The organisation's provider the person can sign in by, as it is called there; null where there is none. */
  sso: z.object({ name: z.string() }).nullable(),
  systemRoles: z.array(z.enum(systemRoles)),
  /** Where the person belongs, and then where the person may enter as a supporter now. */
  facilities: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** City and code tell facilities of one name apart; the city may be unknown (empty). */
      city: z.string(),
      code: z.string().nullable(),
      roles: z.array(z.enum(heldRoles)),
      /** What lets a supporter in; null where the person belongs to the facility. */
      support: z
        .object({
          agreementId: z.uuid(),
          organisationId: z.uuid(),
          organisationName: z.string(),
          purpose: z.string(),
          endsAt: z.iso.datetime(),
        })
        .nullable(),
    }),
  ),
  /** Organisations above the facilities to which the person belongs. */
  organisations: z.array(z.object({ id: z.uuid(), name: z.string(), roles: z.array(z.enum(organisationRoles)) })),
});
export type Session = z.infer<typeof sessionSchema>;

const newPerson = z.object({ name: personName, email, password: newPassword });
export const unusableLink = {
  'identity/link-not-usable': {
    status: 410,
    message: 'このリンクは使えません。期限が切れたか、すでに使われています。渡した人に新しいリンクを頼んでください。',
  },
} as const;
const emailTaken = {
  'identity/email-taken': {
    status: 409,
    message: 'このメールアドレスはすでに登録されています。サインインしてから、もう一度リンクを開いてください。',
  },
} as const;
const triedOften = {
  'identity/invitation-tried-often': {
    status: 429,
    message:
      'このリンクで登録しようとした回数が多すぎます。数時間待ってからもう一度試すか、渡した人に新しいリンクを頼んでください。',
  },
} as const;
const emailTakenAtSetUp = {
  'identity/email-taken': {
    status: 409,
    message: 'このメールアドレスはすでに登録されています。別のメールアドレスを使ってください。',
  },
} as const;
export const wrongCode = {
  'identity/code-wrong': {
    status: 400,
    message: '確認コードが違うか、すでに使われました。次に表示されたコードを入力してください。',
  },
} as const;

export const locked = {
  'identity/locked': {
    status: 429,
    message: 'サインインの失敗が続いたため、しばらくサインインできません。時間をおいてお試しください。',
    data: z.object({ retryAfterSeconds: z.number().int() }),
  },
} as const;
const lastAdministrator = {
  'identity/last-administrator': {
    status: 409,
    message: '施設の管理者がいなくなります。先にほかの人を施設の管理者にしてください。',
  },
} as const;

export { personName };

export const memberSchema = z.object({
  personId: z.uuid(),
  name: z.string(),
  roles,
});
export const invitationSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  roles,
  expiresAt: z.date(),
  state: z.enum(['waiting', 'accepted', 'expired', 'withdrawn']),
  /** What became of the letter with the link; null where none was asked for, or that is more than 30 days ago. */
  mail: mailStateSchema.nullable(),
});
/** The link to hand over; its token is shown this once. */
export const issuedLink = z.object({ path: z.string(), expiresAt: z.date() });
/** Where the link is to be sent too, beside being shown. */
export const mailTo = { email: email.optional() };
const inviteInput = z.object({ name: personName, roles: chosenRoles, ...mailTo });

export const identityContract = {
  session: endpoint
    .meta({ access: { kind: 'person', beforeSecondFactor: true } })
    .route({ method: 'GET', path: '/session', tags, summary: '自分のサインイン' })
    .output(sessionSchema),
  signIn: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'POST', path: '/session', tags, summary: 'サインインする' })
    .input(z.object({ email, password: z.string().max(200), code: proofCode.optional() }))
    .output(sessionSchema)
    .errors({
      'identity/sign-in-refused': {
        status: 401,
        message: 'メールアドレスかパスワードが違います。',
      },
      'identity/code-required': {
        status: 401,
        message: 'もう一つの確認が要ります。確認コードかパスキーで確かめてください。',
        data: z.object({ proofs: z.array(z.enum(proofs)) }),
      },
      ...locked,
      ...wrongCode,
    }),
  mail: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'GET', path: '/mail', tags, summary: 'このまもりがメールを送れるか' })
    .output(z.object({ offered: z.boolean() })),
  signOut: endpoint
    .meta({ access: { kind: 'person', beforeSecondFactor: true } })
    .route({ method: 'DELETE', path: '/session', tags, summary: 'サインアウトする' })
    /** Where the browser goes on to, so that the organisation's provider signs out too; null where there is none. */
    .output(z.object({ next: z.string().nullable() })),
  enrolSecondFactor: endpoint
    .meta({ access: { kind: 'person', beforeSecondFactor: true, stepUp: true } })
    .route({ method: 'POST', path: '/second-factor', tags, summary: '確認コードの設定を始める' })
    .output(z.object({ secret: z.string(), uri: z.string(), qrCode: z.string() }))
    .errors({
      'identity/second-factor-set': { status: 409, message: '確認コードはすでに設定されています。' },
    }),
  confirmSecondFactor: endpoint
    .meta({ access: { kind: 'person', beforeSecondFactor: true } })
    .route({
      method: 'PUT',
      path: '/second-factor',
      tags,
      summary: '確認コードの設定を終える、または2つ目の確認を終える（復旧コードでも）',
    })
    .input(z.object({ code: proofCode }))
    .output(sessionSchema)
    .errors({ ...wrongCode, ...locked }),
  setUp: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'POST', path: '/setup', tags, summary: '初期設定リンクから最初の管理者になる' })
    .input(newPerson.extend({ token: linkSecret }))
    .output(sessionSchema)
    .errors({ ...unusableLink, ...emailTakenAtSetUp }),
  readInvitation: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'POST', path: '/invitation', tags, summary: '招待の内容を見る' })
    .input(z.object({ token: linkSecret }))
    .output(
      z.object({
        /** The facility, or the organisation above, the invitation leads into. */
        facilityName: z.string(),
        name: z.string(),
        roles: z.array(z.enum([...facilityRoles, ...organisationRoles])),
      }),
    )
    .errors(unusableLink),
  acceptInvitation: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'POST', path: '/invitation/acceptance', tags, summary: '招待を受けて登録する' })
    .input(newPerson.extend({ token: linkSecret }))
    .output(sessionSchema)
    .errors({ ...unusableLink, ...emailTaken, ...triedOften }),
  joinFacility: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'POST', path: '/invitation/joining', tags, summary: 'サインイン中の人として招待を受ける' })
    .input(z.object({ token: linkSecret }))
    .output(sessionSchema)
    .errors({ ...unusableLink, ...ownWayFirst }),
  members: endpoint
    .meta({ access: { kind: 'facility', permission: 'member.read' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/members', tags, summary: '施設の人の一覧' })
    .input(facilityPath)
    .output(z.array(memberSchema)),
  changeRoles: endpoint
    .meta({ access: { kind: 'facility', permission: 'member.invite', stepUp: true } })
    .route({ method: 'PUT', path: '/facilities/{facilityId}/members/{personId}', tags, summary: '役割を変える' })
    .input(facilityPath.extend({ personId: z.uuid(), roles: chosenRoles }))
    .output(memberSchema)
    .errors(lastAdministrator),
  removeMember: endpoint
    .meta({ access: { kind: 'facility', permission: 'member.invite', stepUp: true } })
    .route({
      method: 'DELETE',
      path: '/facilities/{facilityId}/members/{personId}',
      tags,
      summary: '人を施設から外す（答えた記録は名前とともに残る）',
      successStatus: 204,
    })
    .input(facilityPath.extend({ personId: z.uuid() }))
    .errors(lastAdministrator),
  invitations: endpoint
    .meta({ access: { kind: 'facility', permission: 'member.invite' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/invitations', tags, summary: '招待の一覧' })
    .input(facilityPath)
    .output(z.array(invitationSchema)),
  invite: endpoint
    .meta({ access: { kind: 'facility', permission: 'member.invite', stepUp: true } })
    .route({ method: 'POST', path: '/facilities/{facilityId}/invitations', tags, summary: '人を招く' })
    .input(facilityPath.extend(inviteInput.shape))
    .output(issuedLink)
    .errors(mailErrors),
  withdrawInvitation: endpoint
    .meta({ access: { kind: 'facility', permission: 'member.invite' } })
    .route({
      method: 'DELETE',
      path: '/facilities/{facilityId}/invitations/{invitationId}',
      tags,
      summary: '招待を取り消す',
      successStatus: 204,
    })
    .input(facilityPath.extend({ invitationId: z.uuid() })),
  inviteFirst: endpoint
    .meta({ access: { kind: 'system', permission: 'facility.create', stepUp: true } })
    .route({
      method: 'POST',
      path: '/register/{facilityId}/invitations',
      tags,
      summary: '施設の最初の管理者を招く（施設にまだ人がいないときだけ）',
    })
    .input(facilityPath.extend({ name: personName, ...mailTo }))
    .output(issuedLink)
    .errors({
      ...mailErrors,
      'identity/facility-not-open': {
        status: 409,
        message: 'この施設はまだ利用を始めていません。先に「利用を始める」を押してください。',
      },
      'identity/facility-has-members': {
        status: 409,
        message: 'この施設にはすでに人がいます。招待は施設の管理者が行います。',
      },
    }),
};
