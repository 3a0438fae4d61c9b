import { z } from 'zod';
import { supportScopes } from '../identity/role.ts';
import { endpoint, facilityPath, organisationPath } from '../kernel/contract.ts';
import { organisationSchema } from './organisation.ts';
import { agreementStateSchema, wholeScope } from './support-agreement.ts';

const tags = ['支援の取り決め'];
const scope = z.array(z.enum(supportScopes));

export const agreementSchema = z.object({
  id: z.uuid(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  facility: z.object({ id: z.uuid(), name: z.string() }),
  state: agreementStateSchema,
  purpose: z.string(),
  scope,
  madeAt: z.date(),
  endsAt: z.date(),
  endedAt: z.date().nullable(),
  /** When a supporter last came in; null where nobody has. */
  lastEntryAt: z.date().nullable(),
});
export type Agreement = z.infer<typeof agreementSchema>;

const terms = z.object({
  purpose: z.string().trim().min(1, '目的を入力してください。').max(200, '目的は200文字までです。'),
  scope: scope
    .min(1, '見せるものを一つ以上選んでください。')
    .max(supportScopes.length, '同じものは一度だけ選んでください。')
    .overwrite(wholeScope),
  /** The last day, in Japan. */
  endsOn: z.iso.date({ error: '最後の日を、2027-03-31 の形で入力してください。' }),
});
export type Terms = z.infer<typeof terms>;

const cannotMake = {
  'support/end-date': { status: 400, message: '期限は、今日から1年以内の日にしてください。' },
  'support/already-live': {
    status: 409,
    message: 'この組織との取り決めか申し込みが、すでにあります。それを終えてから、新しく作ってください。',
  },
} as const;
const notOpen = {
  'support/not-open': { status: 409, message: 'この取り決めは、すでに終わっているか、期限が切れています。' },
} as const;
const noSupporters = {
  'support/no-supporters': { status: 409, message: '都道府県と国は、支援者になれません。' },
} as const;

const agreementPath = facilityPath.extend({ agreementId: z.uuid() });

export const supportContract = {
  organisations: endpoint
    .meta({ access: { kind: 'facility', permission: 'support.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/organisations',
      tags,
      summary: '支援や参加の相手になる組織を名前で探す（20件まで）',
    })
    .input(facilityPath.extend({ words: z.string().trim().max(100).default('') }))
    .output(z.array(organisationSchema)),
  agreements: endpoint
    .meta({ access: { kind: 'facility', permission: 'support.read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/support-agreements',
      tags,
      summary: '支援の取り決めの一覧',
    })
    .input(facilityPath)
    .output(z.array(agreementSchema)),
  offer: endpoint
    .meta({ access: { kind: 'facility', permission: 'support.offer', stepUp: true } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/support-agreements',
      tags,
      summary: '組織の支援者を受け入れる（すぐに始まる）',
      successStatus: 201,
    })
    .input(facilityPath.extend({ organisationId: z.uuid(), ...terms.shape }))
    .output(agreementSchema)
    .errors({ ...cannotMake, ...noSupporters }),
  accept: endpoint
    .meta({ access: { kind: 'facility', permission: 'support.offer', stepUp: true } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/support-agreements/{agreementId}/acceptance',
      tags,
      summary: '支援の申し込みを受ける',
    })
    .input(agreementPath)
    .output(agreementSchema)
    .errors(notOpen),
  end: endpoint
    .meta({ access: { kind: 'facility', permission: 'support.offer' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/support-agreements/{agreementId}/end',
      tags,
      summary: '取り決めをすぐに終える（申し込みなら断る）',
    })
    .input(agreementPath)
    .output(agreementSchema)
    .errors(notOpen),
  worklist: endpoint
    .meta({ access: { kind: 'organisation', permission: 'organisation.read' } })
    .route({
      method: 'GET',
      path: '/organisations/{organisationId}/support-agreements',
      tags,
      summary: '組織が支援する施設と取り決め',
    })
    .input(organisationPath)
    .output(z.array(agreementSchema)),
  ask: endpoint
    .meta({ access: { kind: 'organisation', permission: 'support.ask' } })
    .route({
      method: 'POST',
      path: '/organisations/{organisationId}/support-agreements',
      tags,
      summary: '施設に支援を申し込む（施設が受けると始まる）',
      successStatus: 201,
    })
    .input(organisationPath.extend({ memberId: z.uuid(), ...terms.shape }))
    .output(agreementSchema)
    .errors({ ...cannotMake, ...noSupporters }),
  leave: endpoint
    .meta({ access: { kind: 'organisation', permission: 'support.ask' } })
    .route({
      method: 'POST',
      path: '/organisations/{organisationId}/support-agreements/{agreementId}/end',
      tags,
      summary: '取り決めを組織の側から終える（申し込みなら取り下げる）',
    })
    .input(organisationPath.extend({ agreementId: z.uuid() }))
    .output(agreementSchema)
    .errors(notOpen),
};
