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
import { auditPath, notBegun, reported, revision, route, tags, teamOnly } from './contract-parts.ts';
import { findingContract } from './finding-contract.ts';
import { involvementSchema } from './independence.ts';
import { inquiryContract } from './inquiry-contract.ts';
import { nextAuditSchema } from './next-audits.ts';
import { remarkContract } from './remark-contract.ts';
import { concernSchema } from './system.ts';
import { teamChangeEditSchema } from './team-change.ts';

const planErrors = {
  'audit/not-independent': {
    status: 409,
    message: '対象の分野や条項から独立していない人がいます。ほかの人に替えてください。',
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

const sound = {
  'audit/areas-left': {
    status: 409,
    message: '監査する人のいない分野があります。「計画を直す」で決めてから始めてください。',
    data: z.object({ areas: z.array(z.object({ id: z.string(), title: z.string() })) }),
  },
  ...planErrors,
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
      summary: '監査の一覧（新しい年度から、200件ずつ）と、次にいつ行うか',
    })
    .input(
      facilityPath.extend({
        /** The audit after which to go on. */
        after: z.uuid().optional(),
      }),
    )
    .output(z.object({ audits: z.array(auditSummarySchema), more: z.boolean(), next: z.array(nextAuditSchema) })),
  choices: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.plan' }, recordRead: { act: 'audit.listed' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/audit-choices',
      tags,
      summary: '監査の計画に選べる分野・条項・システムと、監査担当の人（独立していない分野とその理由つき）',
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
      summary: '監査の計画を直す（始めたあとは、対象の分野・条項と人は変えられない）',
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
  concern: endpoint
    .meta({ access: { kind: 'facility', permission: 'audit.conduct' } })
    .route({
      method: 'PUT',
      path: `${route}/items/{itemId}/systems`,
      tags,
      summary: '設問の結論が、対象のどのシステムについてかを決める（報告するまで）',
    })
    .input(auditPath.extend(concernSchema.shape))
    .output(concernSchema)
    .errors({ ...teamOnly, ...reported, ...notBegun }),
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
  ...findingContract,
  ...inquiryContract,
  ...remarkContract,
};
