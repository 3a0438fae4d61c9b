import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import {
  auditChoicesSchema,
  auditedSheetSchema,
  auditPlanSchema,
  auditSummarySchema,
  auditViewSchema,
} from './audit.ts';
import { claimsSchema } from './claims.ts';
import { correctionPlanSchema, findingSchema } from './finding.ts';
import { involvementSchema } from './independence.ts';
import { askingSchema, auditRequestSchema, interviewSchema } from './inquiry.ts';
import { nextAuditSchema } from './next-audits.ts';
import { teamChangeEditSchema } from './team-change.ts';

const tags = ['監査'];
const auditPath = facilityPath.extend({ auditId: z.uuid() });
const route = '/facilities/{facilityId}/audits/{auditId}';
const revision = z.number().int().nonnegative();

const planErrors = {
  'audit/not-independent': {
    status: 409,
    message: '対象の分野から独立していない人がいます。ほかの人に替えてください。',
    data: z.object({
      refusals: z.array(
        z.object({ name: z.string(), area: z.string().nullable(), reasons: z.array(involvementSchema) }),
      ),
    }),
  },
} as const;

const changed = {
  'audit/changed': {
    status: 409,
    message: 'ほかの人が先に直しました。入力を控えてから開き直し、今の内容を確かめて、もう一度お試しください。',
    data: z.object({ current: auditViewSchema }),
  },
} as const;

const reported = {
  'audit/reported': { status: 409, message: 'この監査は報告済みのため、もう変えられません。' },
} as const;

const notBegun = {
  'audit/not-begun': { status: 409, message: '先に監査を始めてください。' },
} as const;

const teamOnly = {
  'audit/not-of-team': { status: 403, message: 'この監査の監査する人だけができます。' },
} as const;

const sound = {
  'audit/areas-left': {
    status: 409,
    message: '監査する人のいない分野があります。「計画を直す」で決めてから始めてください。',
    data: z.object({ areas: z.array(z.object({ id: z.string(), title: z.string() })) }),
  },
  ...planErrors,
} as const;

const findingPath = facilityPath.extend({ findingId: z.uuid() });
const findingRoute = '/facilities/{facilityId}/audit-findings/{findingId}';
const told = (missing: string) =>
  z
    .string()
    .max(1_000, '1,000文字までです。')
    .refine((text) => text.trim() !== '', missing);

const findingErrors = {
  'audit/finding-changed': {
    status: 409,
    message: 'ほかの人が先に直しました。入力を控えてから開き直し、今の内容を確かめて、もう一度お試しください。',
    data: z.object({ current: findingSchema }),
  },
  'audit/finding-settled': { status: 409, message: 'この指摘は、今はこの操作ができません。画面を開き直してください。' },
} as const;

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const handedOut = (format: 'pdf' | 'docx') =>
  ({
    access: { kind: 'facility', permission: 'audit.read' },
    recordRead: { act: 'audit.report-read', subject: 'auditId', by: 'everyone', detail: { format } },
    costly: true,
  }) as const;

/** Endpoints of audits. The check sheet of an audit is a run, answered like any other. */
export const auditContract = {
  audits: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.read' }, recordRead: { act: 'audit.listed' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/audits',
      tags,
      summary: '監査の一覧（新しい年度から）と、次にいつ行うか',
    })
    .input(facilityPath)
    .output(z.object({ audits: z.array(auditSummarySchema), next: z.array(nextAuditSchema) })),
  choices: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.plan' }, recordRead: { act: 'audit.listed' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/audit-choices',
      tags,
      summary: '監査の計画に選べる分野・条項と、監査担当の人（独立していない分野とその理由つき）',
    })
    .input(facilityPath.extend({ sheetId: auditedSheetSchema }))
    .output(auditChoicesSchema),
  plan: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.plan' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/audits',
      tags,
      summary: '監査を計画する',
      successStatus: 201,
    })
    .input(facilityPath.extend(auditPlanSchema.shape))
    .output(auditViewSchema)
    .errors(planErrors),
  audit: endpoint
    .meta({
      access: { kind: 'facility', permission: 'audit.read' },
      recordRead: { act: 'audit.read', subject: 'auditId' },
    })
    .route({ method: 'GET', path: route, tags, summary: '一つの監査' })
    .input(auditPath)
    .output(auditViewSchema),
  edit: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.plan' } })
    .route({
      method: 'PUT',
      path: route,
      tags,
      summary: '監査の計画を直す（始めたあとは、対象の分野と人は変えられない）',
    })
    .input(auditPath.extend({ revision, ...auditPlanSchema.shape }))
    .output(auditViewSchema)
    .errors({ ...planErrors, ...changed, ...reported }),
  changeTeam: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.change-team' } })
    .route({
      method: 'PUT',
      path: `${route}/team`,
      tags,
      summary: '始めた監査の監査する人を替える（責任者か経営層が、理由を書いて）',
    })
    .input(auditPath.extend({ revision, ...teamChangeEditSchema.shape }))
    .output(auditViewSchema)
    .errors({
      ...planErrors,
      ...changed,
      ...reported,
      ...notBegun,
      'audit/team-not-yours': {
        status: 403,
        message: '始めた監査の人を替えられるのは、この監査の責任者か経営層だけです。',
      },
    }),
  begin: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'POST',
      path: `${route}/run`,
      tags,
      summary: '監査を始める（点検票を作り、分野を監査する人に渡す。始めてあれば、そのまま開く）',
      successStatus: 201,
    })
    .input(auditPath)
    .output(auditViewSchema)
    .errors({ ...teamOnly, ...sound }),
  claims: endpoint
    .meta({
      access: { kind: 'facility', permission: 'audit.read' },
      recordRead: { act: 'audit.read', subject: 'auditId' },
    })
    .route({
      method: 'GET',
      path: `${route}/claims`,
      tags,
      summary: '監査を始めたときに施設が提出していた、同じ点検票の回答（始める前は、最後に提出したもの）',
    })
    .input(auditPath)
    .output(claimsSchema.nullable()),
  report: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'POST',
      path: `${route}/report`,
      tags,
      summary: '監査を報告する（責任者が一度だけ。あとから変わらない）',
    })
    .input(
      auditPath.extend({
        opinion: z
          .string()
          .max(2_000, '意見は2,000文字までです。')
          .refine((text) => text.trim() !== '', '監査の意見を書いてください。'),
      }),
    )
    .output(auditViewSchema)
    .errors({
      ...teamOnly,
      ...sound,
      ...reported,
      'audit/lead-only': { status: 403, message: '報告できるのは、この監査の責任者だけです。' },
      ...notBegun,
      'audit/not-concluded': {
        status: 409,
        message: '回答・結論・理由のどれかがまだの設問があります。',
        data: z.object({
          items: z.array(
            z.object({ id: z.string(), text: z.string(), lacking: z.enum(['value', 'conclusion', 'reason']) }),
          ),
        }),
      },
    }),
  planCorrection: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.correct' } })
    .route({ method: 'PUT', path: findingRoute, tags, summary: '指摘の原因・直し方・担当・期限を書く' })
    .input(findingPath.extend({ revision, ...correctionPlanSchema.shape }))
    .output(findingSchema)
    .errors({
      ...findingErrors,
      'audit/owner-not-able': {
        status: 409,
        message:
          'その人は、指摘を直す担当になれません。管理者・安全管理責任者・企画管理者・運用担当者から選んでください。',
      },
    }),
  correct: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.correct' } })
    .route({ method: 'POST', path: `${findingRoute}/correction`, tags, summary: '指摘を直したと伝える（証跡が要る）' })
    .input(findingPath.extend({ revision, correction: told('直したことを書いてください。') }))
    .output(findingSchema)
    .errors({
      ...findingErrors,
      'audit/correction-not-planned': { status: 409, message: '先に、原因・直し方・担当・期限を書いてください。' },
      'audit/no-evidence': { status: 409, message: '先に、直したことが分かる証跡を加えてください。' },
    }),
  verify: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'POST',
      path: `${findingRoute}/verification`,
      tags,
      summary: '直したことを確かめて、完了にするか、直し足りないと返す（監査する人だけ）',
    })
    .input(
      findingPath.extend({
        revision,
        step: z.enum(['closed', 'sent-back']),
        verdict: told('確かめたことを書いてください。'),
      }),
    )
    .output(findingSchema)
    .errors({
      ...findingErrors,
      ...teamOnly,
      'audit/own-correction': {
        status: 403,
        message: '直す担当の人は、自分が直したことを確かめられません。監査する別の人に頼んでください。',
      },
      'audit/own-word': {
        status: 403,
        message: '「直した」と伝えた人は、それを確かめられません。監査する別の人に頼んでください。',
      },
    }),
  pdfReport: endpoint
    .meta(handedOut('pdf'))
    .route({ method: 'GET', path: `${route}/report.pdf`, tags, summary: '監査報告書（PDF）' })
    .input(auditPath)
    .output(z.file()),
  wordReport: endpoint
    .meta(handedOut('docx'))
    .route({ method: 'GET', path: `${route}/report.docx`, tags, summary: '監査報告書（Word）' })
    .input(auditPath)
    .output(z.file()),
  session: endpoint
    .meta(handedOut('pdf'))
    .route({ method: 'GET', path: `${route}/session.pdf`, tags, summary: '話し合い用の1枚（PDF）' })
    .input(auditPath)
    .output(z.file()),
  ask: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'POST',
      path: `${route}/requests`,
      tags,
      summary: '証跡や説明を、期限を決めて頼む',
      successStatus: 201,
    })
    .input(auditPath.extend(askingSchema.shape))
    .output(auditRequestSchema)
    .errors({
      ...teamOnly,
      ...reported,
      'audit/not-able': {
        status: 409,
        message: 'その人は、監査の頼みごとを開けません。役割を変えるか、別の人に頼んでください。',
      },
      'audit/not-member': { status: 409, message: 'その人は、もうこの施設にいません。頼む相手を選び直してください。' },
    }),
  reply: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.reply' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/audit-requests/{requestId}/reply',
      tags,
      summary: '頼まれたことに返事をする（報告されるまで書き直せる）',
    })
    .input(facilityPath.extend({ requestId: z.uuid(), revision, reply: told('返事を書いてください。') }))
    .output(auditRequestSchema)
    .errors({
      ...reported,
      'audit/request-changed': {
        status: 409,
        message: 'ほかの人が先に返事をしました。今の内容を確かめてください。',
        data: z.object({ current: auditRequestSchema }),
      },
    }),
  interview: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'POST',
      path: `${route}/interviews`,
      tags,
      summary: '聞き取り（経営層など）を書く。監査する人だけが見る',
      successStatus: 201,
    })
    .input(auditPath.extend(interviewSchema.omit({ id: true }).shape))
    .output(interviewSchema)
    .errors({ ...teamOnly, ...reported }),
};
