import { parseArgs } from 'node:util';
import type { Fault } from '#core/kernel/contract.ts';
import { type Goal, goals } from '#core/plan/problem.ts';

const sheets = ['hospital', 'executive', 'small-facility'] as const;
const formats = ['json', 'table'] as const;

export type PlanOptions = {
  readonly sheet: (typeof sheets)[number];
  /** Null where the network alone is planned for. */
  readonly answers: string | null;
  readonly network: string | null;
  /** Yen. */
  readonly budget: number;
  readonly personDays: number;
  readonly goal: Goal;
  readonly excluded: readonly string[];
  readonly format: (typeof formats)[number];
};

export const planUsage = [
  '使い方: npm run -s mamori -- plan [--sheet hospital|executive|small-facility] --answers FILE [--network FILE]',
  '        npm run -s mamori -- plan --network FILE（院内ネットワークだけの計画）',
  '         --budget 円 --days 人日 [--goal weakest|level2] [--exclude 対策,…] [--format json|table]',
  '',
  '  --goal weakest   予算と人日の中で、いちばん低い分野をできるだけ上げます（はじめの値）',
  '  --goal level2    すべての分野を1.5より上、ネットワークをレベル2にする、いちばん安い組み合わせです',
  '',
].join('\n');

/** Reads the arguments of `mamori plan`; everything wrong with them is listed. */
export function planOptions(args: readonly string[]): PlanOptions | { readonly faults: readonly Fault[] } {
  const given = parsed(args);
  if (typeof given === 'string') return { faults: [fault('usage-unknown', given)] };
  const { answers = null, network = null } = given;
  const sheet = sheets.find((id) => id === (given.sheet ?? 'hospital'));
  const goal = goals.find((one) => one === (given.goal ?? 'weakest'));
  const format = formats.find((one) => one === (given.format ?? 'table'));
  const budget = numberOf(given.budget, /^\d{1,12}$/);
  const personDays = numberOf(given.days, /^\d{1,6}(\.\d)?$/);
  const excluded = (given.exclude ?? '').split(',').flatMap((id) => id.trim() || []);
  const faults = [
    ...(sheet ? [] : [fault('usage-sheet', `--sheet には ${sheets.join('、')} のどれかを書いてください。`)]),
    ...(answers || (answers === null && network !== null && given.sheet === undefined)
      ? []
      : [fault('usage-answers', '--answers に回答のファイルを書いてください。')]),
    ...(network === '' ? [fault('usage-network', '--network にネットワークの回答のファイルを書いてください。')] : []),
    ...(budget === null ? [fault('usage-budget', '--budget に1年目の予算を円で書いてください（例: 500000）。')] : []),
    ...(personDays === null ? [fault('usage-days', '--days に使える人日を書いてください（例: 40、0.5）。')] : []),
    ...(goal ? [] : [fault('usage-goal', `--goal には ${goals.join(' か ')} を書いてください。`)]),
    ...(format ? [] : [fault('usage-format', '--format には json か table を書いてください。')]),
  ];
  if (!sheet || budget === null || personDays === null || !goal || !format || faults.length > 0) return { faults };
  return { sheet, answers, network, budget, personDays, goal, excluded, format };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    sheet: text,
    answers: text,
    network: text,
    budget: text,
    days: text,
    goal: text,
    exclude: text,
    format: text,
  };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const [, option] = /'([^']+)'/.exec(cause instanceof Error ? cause.message : '') ?? [];
    return `「${option ?? args.join(' ')}」の書き方が違います。`;
  }
}

const numberOf = (text: string | undefined, shape: RegExp) => (shape.test(text ?? '') ? Number(text) : null);
const fault = (code: string, message: string): Fault => ({ code, message });
