import { centreShift, type Drawing, type Shape } from '../../kernel/drawing.ts';
import { palette } from './palette.ts';

export type NetworkLadder = {
  /** Network level 0–3. */
  readonly level: number;
  /** How many steps stand between here and the next level; 0 at the top. */
  readonly stepsToNext: number;
  /** Level with what audits and drills established; null where that lowers no answer. */
  readonly provenLevel: number | null;
};

/** What each network level means, in a few words. */
export const levelMeanings: readonly string[] = [
  '管理できていない',
  'ある程度できている',
  '外との境を守れている',
  '院内も区切れている',
];

const width = 560;
const stepWidth = 130;
const stepGap = 12;
const base = 150;
const rise = 22;

/** Levels 0–3 as steps: the one reached is filled, the next one has a dashed edge, the one established says so. */
export function networkLadder(ladder: NetworkLadder): Drawing {
  return {
    width,
    height: base + 2,
    title: '院内ネットワークの段階（0〜3）',
    description: ladderFinding(ladder),
    shapes: levelMeanings.flatMap((meaning, level) => step(level, meaning, ladder)),
  };
}

/** What the ladder says, in words. */
export function ladderFinding(ladder: NetworkLadder): string {
  const { level, stepsToNext } = ladder;
  const now = `今はレベル${level}（${levelMeanings[level] ?? ''}）。`;
  const next =
    level >= levelMeanings.length - 1 ? '最も高い段階です。' : `レベル${level + 1}まであと${stepsToNext}つ。`;
  return now + next + provenWords(ladder);
}

function provenWords({ level, provenLevel }: NetworkLadder): string {
  if (provenLevel === null || provenLevel === level) return '';
  return `ただし監査や訓練で確かめた値では、レベル${provenLevel}（${levelMeanings[provenLevel] ?? ''}）です。`;
}

function noteAt(level: number, { level: reached, stepsToNext, provenLevel }: NetworkLadder): string {
  if (level === reached) return '今ここ';
  if (level === provenLevel) return '監査・訓練では';
  return level === reached + 1 ? `あと${stepsToNext}つ` : '';
}

function step(level: number, meaning: string, ladder: NetworkLadder): Shape[] {
  const { level: reached, provenLevel } = ladder;
  const left = level * (stepWidth + stepGap) + 1;
  const tall = 58 + rise * level;
  const top = base - tall;
  const here = level === reached;
  const next = level === reached + 1;
  const ink = level <= reached ? palette.now : palette.soft;
  const proven = !here && level === provenLevel;
  const box: Shape = {
    kind: 'rect',
    at: [left, top],
    width: stepWidth,
    height: tall,
    rounding: 6,
    fill: here ? palette.nowGround : palette.paper,
    stroke: here ? palette.now : proven ? palette.ink : next ? palette.soft : palette.grid,
    strokeWidth: here ? 2 : 1,
    ...(proven ? { dash: [9, 3, 2, 3] } : next ? { dash: [5, 3] } : {}),
  };
  return [
    box,
    label(String(level), left + 11, top + 21, 18, ink, true),
    label(noteAt(level, ladder), left + 30, top + 20, 12.5, ink, here),
    label(meaning, left + 11, top + 42, 11, palette.soft, false),
  ];
}

function label(text: string, x: number, middle: number, size: number, fill: string, bold: boolean): Shape {
  return { kind: 'text', at: [x, middle + centreShift(size) - 2], text, size, fill, bold };
}
