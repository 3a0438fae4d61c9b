import { z } from 'zod';
import { type answerValueSchema, sheetIdSchema } from '../../catalogue/sheet.ts';
import { linkSecret } from '../../identity/contract.ts';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import { mailErrors } from '../../kernel/mail.ts';
import { answerInput } from '../../sheet/contract.ts';
import { answerSchema } from '../../sheet/run.ts';
import { systemEnded } from './vendor-system-contract.ts';

const tags = ['チェックリスト'];
const link = '/facilities/{facilityId}/vendor-systems/{systemId}/link';
const systemPath = facilityPath.extend({ systemId: z.uuid() });
const access = { kind: 'facility', permission: 'vendor-form.edit' } as const;
const byLink = z.object({ token: linkSecret });

/** An answer as a vendor sees it: who of the facility gave one is not told. */
export const linkAnswerSchema = answerSchema
  .pick({ itemId: true, value: true, note: true, revision: true, toConfirm: true, confirmedOn: true, targetOn: true })
  .extend({ answeredAt: z.date(), byFacility: z.boolean() });
export type LinkAnswer = z.infer<typeof linkAnswerSchema>;

/** The form a link opens, and nothing else of the facility. */
export const openedFormSchema = z.object({
  facilityName: z.string(),
  vendor: z.string(),
  system: z.string(),
  contact: z.string(),
  fiscalYear: z.number().int(),
  sheetId: sheetIdSchema,
  sheetVersion: z.string(),
  answers: z.array(linkAnswerSchema),
  expiresAt: z.date(),
  sentAt: z.date().nullable(),
  /** When the facility confirmed the answers: nothing can be changed any more. */
  confirmedAt: z.date().nullable(),
});
export type OpenedForm = z.infer<typeof openedFormSchema>;

const confirmed = {
  'compliance/form-confirmed': {
    status: 409,
    message: 'この様式は、施設が確かめて提出済みです。直すときは、施設に提出の取消しを頼んでください。',
  },
} as const;

/** Why a link opens nothing. Whoever holds its secret is told why, nobody else can ask. */
export const closedLink = {
  'compliance/link-unknown': {
    status: 410,
    message: 'このリンクは使えません。文字の一部が欠けていないか確かめて、受け取ったリンクから開き直してください。',
  },
  'compliance/link-ended': {
    status: 410,
    message: 'このリンクは、施設が取り消したか、新しいリンクに替えました。頼まれた施設に確かめてください。',
  },
  'compliance/link-expired': {
    status: 410,
    message: 'このリンクは期限が切れました。続きを記入するには、頼まれた施設に新しいリンクを頼んでください。',
  },
} as const;

const sent = {
  'compliance/form-sent': {
    status: 409,
    message: 'この様式は送ってあります。直すときは、先に「送った回答を直す」を押してください。',
  },
} as const;

const oftenChanged = {
  'compliance/link-worn': {
    status: 409,
    message:
      'このリンクから保存できる回数の上限に達しました。ここまでの回答は残っています。続きは、頼まれた施設に新しいリンクを頼んでください。',
  },
} as const;

/** Endpoints by which a facility makes and ends the secret link of a form. */
export const askVendorContract = {
  askVendor: endpoint
    .meta({ access })
    .route({
      method: 'POST',
      path: link,
      tags,
      summary: '事業者に記入を頼むリンクを作る（前のリンクは使えなくなる。鍵が出るのはこのときだけ）',
    })
    .input(systemPath.extend({ byMail: z.boolean() }))
    .output(z.object({ path: z.string(), expiresAt: z.date(), mailed: z.boolean() }))
    .errors({
      ...mailErrors,
      ...systemEnded,
      ...confirmed,
      'compliance/no-address': {
        status: 409,
        message:
          'この担当者のメールアドレスが入っていません。システムを直してアドレスを入れるか、リンクを渡してください。',
      },
    }),
  endVendorLink: endpoint
    .meta({ access })
    .route({ method: 'DELETE', path: link, tags, summary: '事業者に渡したリンクを取り消す', successStatus: 204 })
    .input(systemPath),
};

/** Endpoints of whoever holds the secret of a link: they open its form and nothing else. */
export const formLinkContract = {
  openVendorForm: endpoint
    .meta({ access: { kind: 'public' } })
    .route({
      method: 'POST',
      path: '/vendor-form',
      tags,
      summary: '渡されたリンクの様式を開く（アカウントは要らない）',
    })
    .input(byLink)
    .output(openedFormSchema)
    .errors(closedLink),
  answerVendorForm: endpoint
    .meta({ access: { kind: 'public' }, bodyLimit: 32 * 1024 })
    .route({ method: 'POST', path: '/vendor-form/answer', tags, summary: '渡されたリンクの様式の、一つの項目に答える' })
    .input(byLink.extend({ itemId: z.string().max(40), ...answerInput }))
    .output(linkAnswerSchema)
    .errors({
      ...closedLink,
      ...confirmed,
      ...sent,
      ...oftenChanged,
      'compliance/form-moved': {
        status: 409,
        message: '様式が新しい版に替わったため、この項目は保存していません。画面を読み直して、続きを記入してください。',
      },
      'compliance/answer-changed': {
        status: 409,
        message: 'ほかの人が先に答えを変えました。どちらを残すか選んでください。',
        data: z.object({ current: linkAnswerSchema }),
      },
    }),
  sendVendorForm: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'POST', path: '/vendor-form/sending', tags, summary: '渡されたリンクの様式を、施設に送る' })
    .input(byLink)
    .output(openedFormSchema)
    .errors({
      ...closedLink,
      ...confirmed,
      ...sent,
      ...oftenChanged,
      'compliance/form-not-complete': {
        status: 409,
        message: 'まだ送れません。答えていない項目か、日の入っていない項目があります。',
        data: z.object({ items: z.array(z.string()) }),
      },
    }),
  takeBackVendorForm: endpoint
    .meta({ access: { kind: 'public' } })
    .route({
      method: 'POST',
      path: '/vendor-form/taking-back',
      tags,
      summary: '送った様式を直せるように戻す（施設が確かめて提出するまで）',
    })
    .input(byLink)
    .output(openedFormSchema)
    .errors({
      ...closedLink,
      ...confirmed,
      ...oftenChanged,
      'compliance/form-not-sent': { status: 409, message: 'この様式は、まだ送っていません。続けて記入できます。' },
    }),
};

/** What a vendor says of one item. */
export type LinkChange = {
  readonly itemId: string;
  readonly value: z.infer<typeof answerValueSchema> | null;
  readonly note: string;
  readonly revision: number;
  readonly confirmedOn: string | null;
  readonly targetOn: string | null;
};
