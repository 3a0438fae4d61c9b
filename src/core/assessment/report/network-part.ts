import { itemsOf, type SheetId } from '../../catalogue/sheet.ts';
import type { Drawing } from '../../kernel/drawing.ts';
import { ladderFinding, levelMeanings, networkLadder } from '../charts/network-ladder.ts';
import { costRange, costText, personDaysText } from '../cost.ts';
import type { AxisMark, NetworkLevel } from '../network-level.ts';
import type { NetworkStep } from '../network-steps.ts';
import { provenOf } from '../proven.ts';
import type { Result } from '../result.ts';
import { totalOf } from './measure-list.ts';
import type { ReportInput } from './report-input.ts';

/** One axis of the network level in words. */
export type NetworkAxis = { readonly title: string; readonly mark: AxisMark; readonly meaning: string };

/** A step to the next level with its cost and effort in words. */
export type NetworkStepLine = NetworkStep & {
  readonly cost: string;
  readonly effort: string;
  /** Whether the same measure is among the six to begin with: its work is done once. */
  readonly amongFirst: boolean;
};

/** The network level by facts, and the items established below their answers. */
export type ProvenLevel = {
  readonly level: number;
  readonly axes: readonly NetworkAxis[];
  readonly below: readonly { readonly item: string; readonly text: string }[];
};

/** The network level as it stands in the report. */
export type NetworkPart = {
  readonly level: number;
  readonly meaning: string;
  readonly finding: string;
  readonly ladder: Drawing;
  readonly axes: readonly NetworkAxis[];
  /** Level and axes with what audits and drills established; null where that lowers no answer. */
  readonly proven: ProvenLevel | null;
  readonly mediaWarning: boolean;
  readonly steps: readonly NetworkStepLine[];
  /** What the steps take together, without the optional ones. */
  readonly total: { readonly cost: string; readonly effort: string };
  /** What facility the cost and effort are estimated for. */
  readonly estimatedFor: string;
  /** Items counted as いいえ because nothing is known. */
  readonly unanswered: readonly { readonly item: string; readonly text: string }[];
  /** Sheet and version of the questions. */
  readonly source: string;
};

const axisTitles = {
  external: '外部ネットワークとの接続',
  media: 'USBなど記憶媒体の利用',
  internal: '院内ネットワークの区切り',
};
/** What the mark of an axis means, in a few words. */
export const markMeanings: Readonly<Record<AxisMark, string>> = {
  '\u00d7': '管理されていない',
  '\u25b3': 'ある程度できている',
  '\u25cb': '実現し、保っている',
};

/** The network level of a report: of its own run, or of the network run beside it. */
export function networkPart(input: ReportInput): NetworkPart | null {
  const { result, network } = input;
  if (result.network) return partOf(input, result.network, input);
  return network?.result.network ? partOf(network, network.result.network, input) : null;
}

type NetworkRun = Pick<ReportInput, 'sheet' | 'answers'>;

function provenLevel(
  { sheet, answers }: NetworkRun,
  { established = [], fiscalYear }: ReportInput,
): ProvenLevel | null {
  const proven = provenOf({ sheet, answers, established, fiscalYear });
  if (!proven?.network) return null;
  const below = itemsOf(sheet).filter(({ id }) => proven.below.has(id));
  return {
    level: proven.network.level,
    axes: axesOf(proven.network),
    below: below.map(({ id, text }) => ({ item: id, text })),
  };
}

const axesOf = ({ axes }: NetworkLevel): NetworkAxis[] =>
  (['external', 'media', 'internal'] as const).map((axis) => {
    const mark = axes[axis];
    return { title: axisTitles[axis], mark, meaning: markMeanings[mark] };
  });

/** The steps are measures of the hospital sheet; a small facility pays by its own ranges. */
function payingSheet({ sheet, facilityType }: ReportInput): SheetId {
  if (sheet.id !== 'network-level') return sheet.id;
  const small = facilityType && facilityType !== 'hospital' && facilityType !== 'clinic-with-beds';
  return small ? 'small-facility' : 'hospital';
}

const estimates = {
  hospital: '200床級の病院での目安、独自の見積り',
  small: '費用は小規模な施設、人日は200床級の病院での目安、独自の見積り',
};

function partOf(run: NetworkRun, found: NonNullable<Result['network']>, input: ReportInput): NetworkPart {
  const { sheet } = run;
  const proven = provenLevel(run, input);
  const payer = payingSheet(input);
  const needed = found.steps.filter(({ optional }) => !optional);
  const ladder = { level: found.level, stepsToNext: needed.length, provenLevel: proven?.level ?? null };
  const text = new Map(itemsOf(sheet).map((item) => [item.id, item.text]));
  return {
    level: found.level,
    meaning: levelMeanings[found.level] ?? '',
    finding: ladderFinding(ladder),
    ladder: networkLadder(ladder),
    axes: axesOf(found),
    proven,
    mediaWarning: found.mediaWarning,
    steps: found.steps.map((step) => ({
      ...step,
      cost: costText(costRange(step.costClass, payer)),
      effort: personDaysText(step.personDays),
      amongFirst: input.result.firstSix.includes(step.measure),
    })),
    total: totalOf(needed, payer),
    estimatedFor: payer === 'small-facility' ? estimates.small : estimates.hospital,
    unanswered: found.unanswered.map((item) => ({ item, text: text.get(item) ?? '' })),
    source: `${sheet.title}（${sheet.description}、版 ${sheet.version}）`,
  };
}
