import type { YearStepId, YearStepState } from '#core/app/year/year-step.ts';
import type { ShownStep } from './queries.ts';

const stateTitles: Readonly<Record<YearStepState, string>> = {
  done: '✓ 済み',
  now: '進行中',
  soon: '期限が近い',
  late: '期限を過ぎています',
  later: 'これから',
};

/** How a step stands, in a word; a day nobody has set is no more than a suggestion. */
export const stepStateTitle = ({ state, suggested }: Pick<ShownStep, 'state' | 'suggested'>): string =>
  state === 'late' && suggested ? '目安の日を過ぎています' : stateTitles[state];

export const stepTones = {
  done: 'done',
  now: 'now',
  soon: 'attention',
  late: 'attention',
  later: 'plain',
} as const satisfies Readonly<Record<YearStepState, string>>;

export const stepBars: Readonly<Record<YearStepState, string>> = {
  done: 'bg-green-800',
  now: 'bg-blue-900',
  soon: 'bg-orange-800',
  late: 'bg-orange-800',
  later: 'bg-solid-gray-420',
};

/** What is done in each step. */
export const stepMeanings: Readonly<Record<YearStepId, string>> = {
  assess: '今の姿を点検票で確かめ、提出します。',
  plan: '結果から、予算と人手の範囲でする対策を決めます。',
  act: '決めた対策を取り組みとして進め、終わったら記録します。',
  audit: '企画や運用をしていない人が、点検の答えと実際が合っているかを確かめます。',
  drill: 'システムが止まったときの診療の続け方を、実際に試します。',
  train: '職員と、出入りする事業者の人に、守り方を伝えます。',
  report: '1年の結果を経営層に報告し、次の年度の指示を受けます。',
};
