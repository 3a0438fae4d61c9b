import type { Answers } from './scoring.ts';

type Level = 0 | 1 | 2 | 3;

/** One step of the flow: some questions and where a いいえ among them leads. */
export type TreeStep = {
  readonly title: string;
  readonly items: readonly string[];
  /** Level when every question of the step is いいえ; as `anyNo` where it is not given. */
  readonly allNo?: Level;
  /** Level when at least one question of the step is いいえ. */
  readonly anyNo: Level;
};

/**
 * The flow of network-level §4 (own draft after HAIP 提言 第1版 ①-2), asked from the most dangerous gap on. It gives the
 * level only; the marks of the axes come from `networkLevel`, with which it agrees for every combination of answers.
 */
export const treeSteps: readonly TreeStep[] = [
  { title: '外とのつなぎ目の一覧', items: ['N1'], anyNo: 0 },
  { title: '初期値・使い回しのパスワード', items: ['N5'], anyNo: 0 },
  { title: 'つなぎ目の設定と、事務・インターネットとの境', items: ['N2', 'N9'], allNo: 0, anyNo: 1 },
  { title: '更新の記録と、接続の記録の確認', items: ['N3', 'N4'], anyNo: 1 },
  { title: 'USBなどの媒体', items: ['N6', 'N7', 'N8'], anyNo: 1 },
  { title: '院内の区切り', items: ['N10', 'N11', 'N12'], anyNo: 2 },
];

/** `yes`: all はい, on to the next step; a level: left the flow here; `open`: not answered far enough to say. */
export type StepState = 'yes' | 'open' | Level;

/** How a step stands by the answers given so far; "don't know" counts as いいえ. */
export function stepState({ items, allNo, anyNo }: TreeStep, answers: Answers): StepState {
  const values = items.map((item) => answers.get(item)?.value ?? null);
  if (values.every((value) => value === 'yes')) return 'yes';
  const open = values.includes(null);
  const someNo = values.some((value) => value !== 'yes' && value !== null);
  if (allNo === undefined) return someNo ? anyNo : 'open';
  if (open) return 'open';
  return values.includes('yes') ? anyNo : allNo;
}

/** The level once the answers decide it, and the step at which they do; the last step also leads up to 3. */
export function walkTree(answers: Answers): { readonly level: Level | null; readonly step: number } {
  const states = treeSteps.map((step) => stepState(step, answers));
  const step = states.findIndex((state) => state !== 'yes');
  if (step < 0) return { level: 3, step: treeSteps.length - 1 };
  const state = states[step];
  return { level: typeof state === 'number' ? state : null, step };
}

/** 「いいえ → レベル0」, in as many words as the step needs. */
export function exitWords({ items, allNo, anyNo }: TreeStep): string {
  if (allNo !== undefined) return `両方「いいえ」→ レベル${allNo}、片方 → レベル${anyNo}`;
  return `${items.length > 1 ? '一つでも' : ''}「いいえ」→ レベル${anyNo}`;
}
