import { itemsOf, type Sheet } from '../../catalogue/sheet.ts';
import { fewestForSpread, type Mirror } from '../mirror.ts';
import { areaScoreText, sheetScoreText } from '../score-text.ts';
import { claimsCompared, type Facts } from './established-part.ts';

/** What executives see of one area: median and spread, never who answered what. One person's score has no spread. */
export type MirrorLine = { readonly title: string; readonly median: string; readonly spread: string };

/** Where executives and technical staff see the same fact differently, and what to settle together. */
export type MirrorQuestion = {
  readonly question: string;
  readonly executive: { readonly item: string; readonly text: string; readonly median: string };
  readonly technical: {
    readonly items: readonly { readonly item: string; readonly text: string }[];
    readonly mean: string;
  };
};

/** The executive mirror as it stands in the report. */
export type MirrorPart = {
  readonly executives: number;
  readonly overall: MirrorLine;
  /** The total of those who run the systems. */
  readonly technical: MirrorLine;
  readonly lines: readonly MirrorLine[];
  readonly questions: readonly MirrorQuestion[];
  /** Said in place of the questions where there is none. */
  readonly agreement: string | null;
  /** Says that claims are compared, where facts are lower; else empty. */
  readonly claims: string;
};

type MirrorInput = { readonly sheet: Sheet; readonly mirror: Mirror };

const agreement = '大きく食い違う答えはありません。経営層と担当者の見方は、おおむね同じです。';

/** The executive mirror of a report. Null with fewer than three executives, whose answers would otherwise be told apart. */
export function mirrorPart({ sheet, mirror }: MirrorInput, technical: Sheet, facts: Facts | null): MirrorPart | null {
  if (mirror.executives < fewestForSpread) return null;
  const text = new Map([...itemsOf(sheet), ...itemsOf(technical)].map((item) => [item.id, item.text]));
  const named = (item: string) => ({ item, text: text.get(item) ?? '' });
  return {
    executives: mirror.executives,
    overall: { ...lineOf('経営層の総合', mirror.overall), median: sheetScoreText(mirror.overall.median) },
    technical: { title: '担当者の総合', median: sheetScoreText(mirror.technical.score), spread: '' },
    lines: mirror.areas.map((area) => lineOf(area.title, area)),
    questions: mirror.contradictions.map(({ question, executive, items, executiveMedian, technicalMean }) => ({
      question,
      executive: { ...named(executive), median: areaScoreText(executiveMedian) },
      technical: { items: items.map(named), mean: areaScoreText(technicalMean) },
    })),
    agreement: mirror.contradictions.length === 0 ? agreement : null,
    claims: claimsCompared(facts),
  };
}

function lineOf(title: string, { median, min, max }: Mirror['overall']): MirrorLine {
  const spread = min === null || max === null ? '－' : `${areaScoreText(min)}〜${areaScoreText(max)}`;
  return { title, median: areaScoreText(median), spread };
}
