import { sheetScoreText } from '../score-text.ts';
import type { BoardMatter, Decision, Finding } from './board-matter.ts';
import { decisionsOf } from './decision.ts';
import { findingsOf } from './finding.ts';
import type { NetworkPart } from './network-part.ts';
import type { ReportInput } from './report-input.ts';
import { withArrow } from './score-part.ts';

/** A number to see first. */
export type Tile = { readonly label: string; readonly value: string; readonly unit: string; readonly note: string };

/** The page for the board: where we stand, three findings, three decisions asked for. */
export type Board = {
  /** To whom the page speaks. */
  readonly title: string;
  readonly lead: string;
  readonly tiles: readonly Tile[];
  readonly findings: readonly Finding[];
  readonly decisions: readonly Decision[];
};

/** The page for the board, decided by rules from the data alone. */
export function boardOf(matter: BoardMatter): Board {
  const { input, network } = matter;
  const isNetwork = input.result.network !== undefined;
  return {
    title: addressee(input),
    lead: isNetwork && network ? network.finding : scoreLead(matter),
    tiles: isNetwork && network ? networkTiles(network) : scoreTiles(matter),
    findings: findingsOf(matter),
    decisions: decisionsOf(matter),
  };
}

/** A small facility is led by a person, not by a board; where its type is not known, the sheet tells. */
function addressee({ sheet, facilityType }: ReportInput): string {
  const isHospital = facilityType === undefined ? sheet.id !== 'small-facility' : facilityType === 'hospital';
  return isHospital ? '経営層のみなさまへ' : '院長・管理者のみなさまへ';
}

function scoreLead({ input: { result, sheet }, facts }: BoardMatter): string {
  if (result.score === null) return '点に数える回答がありません。';
  const nearest = Math.round(result.score);
  const step = sheet.scale.values.find(({ value }) => value === String(nearest))?.label ?? '';
  const at = sheetScoreText(result.score) === sheetScoreText(nearest) ? 'の段階で' : 'に近く';
  const weak = result.weakAreas.length;
  const rest = weak === 0 ? '対策が要る分野はありません' : `${weakOf(weak, result.areas.length)}で対策が要ります`;
  const real = facts?.scores.weakAreas.length ?? weak;
  const proven =
    real > weak ? `ただし監査や訓練で確かめた値では、${weakOf(real, result.areas.length)}で要ります。` : '';
  return `総合は3点満点の${sheetScoreText(result.score)}点。「${step}」${at}、${rest}。${proven}`;
}

function weakOf(weak: number, areas: number): string {
  return weak === areas && weak > 1 ? `${areas}分野すべて` : `${areas}分野のうち${weak}分野`;
}

function scoreTiles({ input, network, facts }: BoardMatter): Tile[] {
  const { result, previous, comparison } = input;
  const { weakAreas, areas, zeroAnswers, unknownAnswers } = result;
  const change = withArrow(previous?.change.score.change ?? null, 2);
  const median = comparison
    ? `同規模${comparison.others}施設の中央値 ${sheetScoreText(comparison.quartiles.median)}`
    : '';
  const proven = facts ? `監査・訓練では ${sheetScoreText(facts.scores.score)}` : '';
  return [
    {
      label: '総合',
      value: sheetScoreText(result.score),
      unit: '/ 3',
      note: proven || (change ? `前回より ${change}` : median),
    },
    {
      label: '対策が要る分野（1.5以下）',
      value: String(weakAreas.length),
      unit: `/ ${areas.length}分野`,
      note: facts ? `監査・訓練では ${facts.scores.weakAreas.length}分野` : change ? median : '',
    },
    network
      ? { label: '院内ネットワーク', value: `レベル${network.level}`, unit: '/ 3', note: levelNote(network) }
      : {
          label: 'していない（0点）',
          value: String(zeroAnswers),
          unit: '問',
          note: `「分からない」は別に${unknownAnswers}問`,
        },
  ];
}

/** What the level means, or what was established where that is another. */
function levelNote({ level, meaning, proven }: NetworkPart): string {
  return proven && proven.level !== level ? `監査・訓練ではレベル${proven.level}` : meaning;
}

function networkTiles(network: NetworkPart): Tile[] {
  const { level, steps, unanswered, total } = network;
  const needed = steps.filter(({ optional }) => !optional).length;
  const next = level < 3 ? `レベル${level + 1}まで` : 'レベル3を保つ';
  return [
    { label: '今の段階', value: `レベル${level}`, unit: '/ 3', note: levelNote(network) },
    {
      label: next,
      value: needed === 0 ? '0' : `あと${needed}`,
      unit: 'つ',
      note: needed === 0 ? '' : `${total.cost}・${total.effort}`,
    },
    { label: '分からない・未回答', value: String(unanswered.length), unit: '問', note: '「いいえ」として数えています' },
  ];
}
