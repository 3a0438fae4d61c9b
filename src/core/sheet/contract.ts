import { z } from 'zod';
import { answerValueSchema } from '../catalogue/sheet.ts';
import { endpoint, facilityPath, faultSchema } from '../kernel/contract.ts';
import { conclusionSchema } from './conclusion.ts';
import { answerSchema, beginnableSheetSchema, longestNote, runSchema, runSummarySchema } from './run.ts';

const tags = ['点検'];
const runPath = facilityPath.extend({ runId: z.uuid() });
const runRoute = '/facilities/{facilityId}/runs/{runId}';
const itemId = z.string().max(40);
const day = (title: string) => z.iso.date(`${title}を選んでください。`);
const note = z.string().max(longestNote, `メモは${longestNote}文字までです。`);

/** What is said of one item. */
export const answerInput = {
  value: answerValueSchema.nullable(),
  note,
  revision: z.number().int().nonnegative(),
  /** Of a checklist only: on every other sheet they stay out. */
  confirmedOn: day('確認日').nullable().default(null),
  targetOn: day('目標日').nullable().default(null),
  /** Of an audit only. */
  conclusion: conclusionSchema.nullable().default(null),
};

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How an answer came into its run. */
const answerOriginSchema = z.enum(['typed', 'file', 'carried-over', 'self-check', 'proposed', 'bridged', 'derived']);

const locked = {
  'sheet/run-locked': {
    status: 409,
    message: 'この点検は提出済みです。直すときは、安全管理責任者に提出の取消しを頼んでください。',
  },
} as const;

/** An answer that someone else changed first, with the value now standing: the person chooses. */
const conflict = z.object({
  current: answerSchema,
  yours: z.object({
    value: answerValueSchema.nullable(),
    note: z.string(),
    ...answerSchema.pick({ confirmedOn: true, targetOn: true, conclusion: true }).shape,
  }),
});

/** What taking answers from elsewhere did: item counts, and the items someone else changed meanwhile. */
export const takenSchema = z.object({
  written: z.number().int(),
  unchanged: z.number().int(),
  conflicts: z.array(conflict),
});
export type Taken = z.infer<typeof takenSchema>;

const faulty = {
  'sheet/file-not-usable': {
    status: 400,
    message: 'ファイルに直すところがあるため、何も取り込みませんでした。',
    data: z.object({ faults: z.array(faultSchema) }),
  },
} as const;

/** Why answers from elsewhere are not taken. */
export const takingErrors = { ...locked, ...faulty };

export const sheetContract = {
  runs: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.read' }, recordRead: { act: 'sheet.listed' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/runs', tags, summary: '点検の一覧（新しい年度から）' })
    .input(facilityPath)
    .output(z.array(runSummarySchema)),
  begin: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.begin' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/runs',
      tags,
      summary: '今年度の点検を始める（あれば開く）',
    })
    .input(facilityPath.extend({ sheetId: beginnableSheetSchema }))
    .output(runSchema)
    .errors({
      'sheet/executives-only': { status: 403, message: '経営層の点検票は、経営層の役割の人が一人ずつ答えます。' },
    }),
  run: endpoint
    .meta({
      access: { kind: 'facility', permission: 'sheet.read' },
      recordRead: { act: 'sheet.read', subject: 'runId' },
    })
    .route({ method: 'GET', path: runRoute, tags, summary: '点検と回答' })
    .input(runPath)
    .output(runSchema),
  saveAnswer: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.answer' }, bodyLimit: 32 * 1024 })
    .route({ method: 'PUT', path: `${runRoute}/answers/{itemId}`, tags, summary: '一つの設問に答える' })
    .input(runPath.extend({ itemId, ...answerInput }))
    .output(answerSchema)
    .errors({
      ...locked,
      'sheet/run-moved': {
        status: 409,
        message: 'この点検は、点検票の新しい版に移りました。画面を読み直してから、もう一度答えてください。',
      },
      'sheet/stale-revision': {
        status: 409,
        message: 'ほかの人が先に答えを変えました。どちらを残すか選んでください。',
        data: z.object({ current: answerSchema }),
      },
    }),
  history: endpoint
    .meta({
      access: { kind: 'facility', permission: 'sheet.read' },
      recordRead: { act: 'sheet.read', subject: 'runId' },
    })
    .route({ method: 'GET', path: `${runRoute}/answers/{itemId}/history`, tags, summary: 'だれがいつどう答えたか' })
    .input(runPath.extend({ itemId }))
    .output(z.array(answerSchema.omit({ toConfirm: true, itemId: true }).extend({ origin: answerOriginSchema }))),
  assign: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.assign' } })
    .route({ method: 'PUT', path: `${runRoute}/areas/{areaId}/assignment`, tags, summary: '分野の担当を決める' })
    .input(runPath.extend({ areaId: z.string().max(20), personId: z.uuid().nullable() }))
    .output(z.object({ areaId: z.string(), person: z.object({ id: z.uuid(), name: z.string() }).nullable() }))
    .errors({
      ...locked,
      'sheet/not-assignable': {
        status: 409,
        message: 'この人の役割では回答できないため、担当にできません。職員・運用担当者などの役割の人を選んでください。',
      },
    }),
  setWithoutVendor: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.assign' } })
    .route({
      method: 'PUT',
      path: `${runRoute}/without-vendor`,
      tags,
      summary: '契約している事業者が無いと決める（チェックリストの一部の記入が要らなくなる）',
    })
    .input(runPath.extend({ withoutVendor: z.boolean() }))
    .output(runSchema)
    .errors(locked),
  lastYear: endpoint
    .meta({
      access: { kind: 'facility', permission: 'sheet.read' },
      recordRead: { act: 'sheet.read', subject: 'runId' },
    })
    .route({ method: 'GET', path: `${runRoute}/last-year`, tags, summary: '前回提出した点検の回答' })
    .input(runPath)
    .output(z.object({ fiscalYear: z.number().int(), answers: z.array(answerSchema) }).nullable()),
  carryOver: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.answer' } })
    .route({ method: 'POST', path: `${runRoute}/carry-over`, tags, summary: '前回の回答を「確定待ち」として引き継ぐ' })
    .input(runPath.extend({ itemIds: z.array(itemId).min(1, '引き継ぐ設問を選んでください。').max(200) }))
    .output(takenSchema)
    .errors(takingErrors),
  earlierAnswers: endpoint
    .meta({
      access: { kind: 'facility', permission: 'sheet.read' },
      recordRead: { act: 'sheet.read', subject: 'runId' },
    })
    .route({
      method: 'GET',
      path: `${runRoute}/earlier-answers`,
      tags,
      summary: '前の版で答えた、文言の変わった設問の回答（版が変わっていなければ null）',
    })
    .input(runPath)
    .output(
      z
        .object({
          version: z.string(),
          fiscalYear: z.number().int(),
          answers: z.array(z.object({ itemId: z.string(), answer: answerSchema })),
        })
        .nullable(),
    ),
  moveRun: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.move' } })
    .route({
      method: 'PUT',
      path: `${runRoute}/version`,
      tags,
      summary: '記入中の点検を、点検票の新しい版に移す（文言の同じ設問の回答は引き継ぐ）',
    })
    .input(runPath.extend({ version: z.string().min(1, '移す版を選んでください。').max(20) }))
    .output(runSchema)
    .errors({
      ...locked,
      'sheet/no-newer-version': {
        status: 409,
        message: 'この点検を移せる新しい版ではありません。画面を読み直して、今の版を確かめてください。',
      },
    }),
  takeSelfCheck: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.answer' } })
    .route({
      method: 'POST',
      path: `${runRoute}/self-check`,
      tags,
      summary: 'アカウントなしで答えたファイルを取り込む',
    })
    .input(
      runPath.extend({
        answers: z
          .array(z.object({ itemId, value: answerValueSchema.nullable(), note }))
          .max(200)
          .refine(
            (all) => new Set(all.map((answer) => answer.itemId)).size === all.length,
            '同じ設問が2回あります。どちらかを消してください。',
          ),
      }),
    )
    .output(takenSchema)
    .errors(takingErrors),
  downloadWorkbook: endpoint
    .meta({
      access: { kind: 'facility', permission: 'sheet.read' },
      recordRead: { act: 'sheet.exported', subject: 'runId', by: 'everyone', detail: { format: 'xlsx' } },
      costly: true,
    })
    .route({
      method: 'GET',
      path: `${runRoute}/workbook`,
      tags,
      summary: '点検票を Excel で受け取る（記入済みの所まで）',
    })
    .input(runPath)
    .output(z.file()),
  downloadCsv: endpoint
    .meta({
      access: { kind: 'facility', permission: 'sheet.read' },
      recordRead: { act: 'sheet.exported', subject: 'runId', by: 'everyone', detail: { format: 'csv' } },
      costly: true,
    })
    .route({
      method: 'GET',
      path: `${runRoute}/answers.csv`,
      tags,
      summary: '回答を CSV（item,value,note）で受け取る',
    })
    .input(runPath)
    .output(z.file()),
  /** The body is the file itself. */
  takeWorkbook: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.answer' }, bodyLimit: 4 * 1024 * 1024, costly: true })
    .route({
      method: 'POST',
      path: `${runRoute}/workbook`,
      tags,
      summary: '記入した Excel を取り込む（本文はファイルそのもの）',
      inputStructure: 'detailed',
    })
    .input(z.object({ params: runPath, body: z.file({ error: 'Excel のファイルを選んでください。' }) }))
    .output(takenSchema)
    .errors(takingErrors),
};
