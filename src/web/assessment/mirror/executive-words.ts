import { fewestForSpread } from '#core/assessment/mirror.ts';

export type ExecutiveCounts = {
  readonly submitted: number;
  /** Members of the facility who are executives. */
  readonly members: number;
  /** Whether the mirror is shown. */
  readonly shown: boolean;
};

/** How many of the executives have submitted. */
export function countWords({ submitted, members }: ExecutiveCounts): string {
  const all = Math.max(members, submitted);
  if (all === 0) return '経営層の役割の人が、まだいません。施設の管理者が招くと、一人ずつ15問に答えられます。';
  if (submitted === 0) return `経営層${all}人のうち、提出した人はまだいません。`;
  if (submitted === all) return `経営層${all}人の全員が提出しています。`;
  return `経営層${all}人のうち${submitted}人が提出しています。残り${all - submitted}人の答えを待っています。`;
}

/** What is missing until the mirror is shown. */
export function missingWords({ submitted, members, shown }: ExecutiveCounts): string {
  if (shown) return '';
  const what = '見方の中央値と幅、食い違いを確かめる質問が、ここに出ます。';
  const more = fewestForSpread - submitted;
  if (more <= 0) return `同じ版の点検票で${fewestForSpread}人以上が提出すると、${what}`;
  const few = members < fewestForSpread ? `経営層の役割の人が${fewestForSpread}人より少ない施設では、示せません。` : '';
  return `あと${more}人が提出すると、${what}${few}`;
}
