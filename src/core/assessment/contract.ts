import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { bedClassSchema } from '../organisation/bed-class.ts';
import { facilityTypeSchema } from '../organisation/facility.ts';
import { runSummarySchema } from '../sheet/run.ts';
import { changeSchema } from './change.ts';
import { mirrorSchema } from './mirror.ts';
import { provenNumbersSchema } from './proven-numbers.ts';
import { resultSchema } from './result.ts';

const tags = ['結果'];
const runPath = facilityPath.extend({ runId: z.uuid() });
const runRoute = '/facilities/{facilityId}/runs/{runId}';

/** Where a facility stands in its class; with fewer than ten other facilities nothing is told, not even how many they are. */
export const comparisonSchema = z.object({
  classTitle: z.string(),
  type: facilityTypeSchema,
  bedClass: bedClassSchema,
  others: z.number().int().nullable(),
  /** Whole percents: finer ones would tell the scores of others one by one. */
  percentile: z.number().int().nullable(),
  quartiles: z.object({ quartile1: z.number(), median: z.number(), quartile3: z.number() }).nullable(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** A result with everything it is shown beside. */
export const resultViewSchema = z.object({
  run: runSummarySchema,
  /** A preview is computed from the answers so far; it is stored only when the run is submitted. */
  preview: z.boolean(),
  result: resultSchema,
  /** With what audits and drills established; null where that lowers no answer. */
  proven: provenNumbersSchema.nullable(),
  previous: z.object({ fiscalYear: z.number().int(), change: changeSchema }).nullable(),
  /** Of a submitted run only; null for a preview. */
  comparison: comparisonSchema.nullable(),
  /** Network level of the same fiscal year, submitted; null where there is none. */
  networkLevel: z.number().int().min(0).max(3).nullable(),
  /** From three submitted executive runs of the same fiscal year on, so that it shows nobody's own answers. */
  mirror: mirrorSchema.nullable(),
  /** Executive runs submitted in the same fiscal year. */
  executives: z.number().int(),
});
export type ResultView = z.infer<typeof resultViewSchema>;

const unanswered = z.object({
  items: z.array(z.object({ id: z.string(), text: z.string(), areaId: z.string(), areaTitle: z.string() })),
});

/** Endpoints of results, submission and reports. */
export const assessmentContract = {
  result: endpoint
    .meta({
      access: { kind: 'facility', permission: 'result.read' },
      recordRead: { act: 'assessment.result-read', subject: 'runId' },
    })
    .route({ method: 'GET', path: `${runRoute}/result`, tags, summary: '点検の結果（提出前は途中の姿）' })
    .input(runPath)
    .output(resultViewSchema),
  submit: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.submit' } })
    .route({ method: 'POST', path: `${runRoute}/submission`, tags, summary: '点検を提出する' })
    .input(runPath)
    .output(resultViewSchema)
    .errors({
      'assessment/unanswered': {
        status: 409,
        message: '答えていない設問があるため、まだ提出できません。',
        data: unanswered,
      },
      'assessment/to-confirm': {
        status: 409,
        message: '前回から引き継いだまま確かめていない設問があるため、まだ提出できません。',
        data: unanswered,
      },
      'assessment/days-missing': {
        status: 409,
        message: '確認日か目標日の無い項目があるため、まだ提出できません。',
        data: unanswered,
      },
      'assessment/already-submitted': { status: 409, message: 'この点検はすでに提出されています。' },
    }),
  reopen: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.reopen', stepUp: true } })
    .route({ method: 'POST', path: `${runRoute}/reopening`, tags, summary: '提出を取り消して直せるようにする' })
    .input(
      runPath.extend({
        reason: z.string().trim().min(1, '取り消す理由を書いてください。').max(500, '理由は500文字までです。'),
      }),
    )
    .output(runSummarySchema)
    .errors({ 'assessment/not-submitted': { status: 409, message: 'この点検はまだ提出されていません。' } }),
  report: endpoint
    .meta({
      access: { kind: 'facility', permission: 'result.read' },
      recordRead: { act: 'assessment.report-read', subject: 'runId', by: 'everyone', detail: { format: 'pdf' } },
      costly: true,
    })
    .route({ method: 'GET', path: `${runRoute}/report.pdf`, tags, summary: '結果の報告書（PDF）' })
    .input(runPath)
    .output(z.file()),
  workbook: endpoint
    .meta({
      access: { kind: 'facility', permission: 'result.read' },
      recordRead: { act: 'assessment.report-read', subject: 'runId', by: 'everyone', detail: { format: 'xlsx' } },
      costly: true,
    })
    .route({ method: 'GET', path: `${runRoute}/report.xlsx`, tags, summary: '結果のすべて（Excel）' })
    .input(runPath)
    .output(z.file()),
};
