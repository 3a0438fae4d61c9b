import { doubtOf } from '../catalogue/doubt.ts';
import { type AnswerValue, itemsOf } from '../catalogue/sheet.ts';
import { fiscalYearLabel, japaneseDate } from '../kernel/fiscal-year.ts';
import { classTitle } from './comparison.ts';
import { type AnswerGroup, answerGroups } from './report/answer-group.ts';
import { type Board, boardOf } from './report/board.ts';
import { type EstablishedPart, establishedPart } from './report/established-part.ts';
import { type MeasureList, measureList } from './report/measure-list.ts';
import { type MirrorPart, mirrorPart } from './report/mirror-part.ts';
import { type NetworkPart, networkPart } from './report/network-part.ts';
import type { ReportInput } from './report/report-input.ts';
import { type ScorePart, scorePart } from './report/score-part.ts';

export type { ReportInput } from './report/report-input.ts';

/** The report as plain data: page, PDF and Excel show the same words and numbers. */
export type Report = {
  readonly title: string;
  readonly facility: string | null;
  readonly facilityClass: string | null;
  readonly fiscalYear: string | null;
  /** 「令和8年11月20日（金）提出」. */
  readonly dateLine: string;
  readonly sheet: {
    readonly title: string;
    readonly description: string;
    readonly version: string;
    readonly notice: string;
    readonly basis: readonly string[];
    readonly rulesVersion: string;
  };
  readonly board: Board;
  /** Null for the network level, which has no score. */
  readonly scores: ScorePart | null;
  readonly measures: MeasureList | null;
  readonly network: NetworkPart | null;
  readonly mirror: MirrorPart | null;
  readonly established: EstablishedPart | null;
  readonly answers: readonly AnswerGroup[];
  /** What a reader has to know before relying on it; first what is 要確認. */
  readonly cautions: readonly string[];
};

/** The report of a run: what stands on each of its pages, decided from the data alone. */
export function reportOf(input: ReportInput): Report {
  const { sheet, answers, result, established, fiscalYear } = input;
  const network = networkPart(input);
  const proven = established ? establishedPart({ sheet, answers, established, fiscalYear }) : null;
  const facts = proven?.facts ?? null;
  const scores = result.network ? null : scorePart(input, facts);
  const mirror = input.mirror ? mirrorPart(input.mirror, sheet, facts) : null;
  const { title, description, version, notice, basis } = sheet;
  return {
    title: '自己点検の結果',
    facility: input.facility ?? null,
    facilityClass: input.comparison ? classTitle(input.comparison.facilityClass) : null,
    fiscalYear: input.fiscalYear === undefined ? null : fiscalYearLabel(input.fiscalYear),
    dateLine: dateLine(input),
    sheet: { title, description, version, notice, basis, rulesVersion: result.rulesVersion },
    board: boardOf({ input, network, mirror, facts }),
    scores,
    measures: scores ? measureList(result, sheet) : null,
    network,
    mirror,
    established: proven,
    answers: answerGroups(input, proven),
    cautions: cautionsOf(input),
  };
}

function dateLine({ submittedAt, now }: ReportInput): string {
  if (submittedAt) return `${japaneseDate(submittedAt)}提出`;
  return submittedAt === null ? `${japaneseDate(now)}作成（提出前の途中の結果）` : `${japaneseDate(now)}作成`;
}

function cautionsOf({ sheet, answers, result, network }: ReportInput): string[] {
  const sheets = network ? [sheet, network.sheet] : [sheet];
  const unanswered = itemsOf(sheet).filter(({ id }) => isUnanswered(answers.get(id)?.value)).length;
  const openMeans = result.network ? '「いいえ」として数えています。' : '点は答えた設問だけの平均です。';
  const items = sheets.flatMap(itemsOf);
  return [
    ...(unanswered > 0 ? [`まだ答えていない設問が${unanswered}問あります。${openMeans}`] : []),
    ...sheets.flatMap(({ unverified }) => (unverified === undefined ? [] : [`要確認：${unverified}`])),
    ...items.flatMap((item) => {
      const doubt = doubtOf(item);
      return doubt === null ? [] : [`要確認（${item.id}）：${doubt}`];
    }),
    '費用と人日は目安です。施設の規模と契約に合わせて見直してください。',
  ];
}

function isUnanswered(value: AnswerValue | null | undefined): boolean {
  return value === null || value === undefined;
}
