import { personDaysText } from '../assessment/cost.ts';
import { roleText } from '../catalogue/role-text.ts';
import { itemsOf, type Sheet } from '../catalogue/sheet.ts';
import { isBeyond } from './out-of-reach.ts';
import type { Limit, Limits, Plan } from './plan.ts';
import { yenText } from './plan-words.ts';

export type Around = {
  /** Whose areas and items are named: the sheet planned for, and the network's. */
  readonly sheets: readonly Sheet[];
  /** Whether measures were left out as not possible. */
  readonly excludes: boolean;
};

/** What is in the way of the goal and by how much, a line for each; none where that is not certain. */
export function shortageLines(plan: Pick<Plan, 'ways' | 'gap' | 'outOfReach'>, around: Around): string[] {
  if (plan.gap > 0) return [];
  if (isBeyond(plan.outOfReach)) return beyondLines(plan, around);
  const ways = plan.ways.map(shortOf);
  const [first, ...others] = ways;
  if (!first) return [];
  if (others.length > 0) return ['次のどれか一つで届きます。', ...ways.map((way) => `・${changeText(way)}`)];
  const [only, ...more] = first;
  if (!only || more.length > 0) return [`次のようにすると届きます。${changeText(first)}`];
  return [`${only.name}が${only.text(only.given)}では足りません。少なくとも${only.text(only.needed)}が要ります。`];
}

type Short = {
  readonly name: string;
  readonly given: number;
  readonly needed: number;
  readonly text: (amount: number) => string;
};

/** The limits a way asks more of. */
function shortOf({ budget, personDays, roles }: Limits): readonly Short[] {
  const short = (name: string, { given, needed }: Limit, text: Short['text']): Short[] =>
    needed !== null && needed > given ? [{ name, given, needed, text }] : [];
  return [
    ...short('予算', budget, yenText),
    ...short('手間', personDays, personDaysText),
    ...roles.flatMap(({ role, ...limit }) => short(`${roleText(role)}の人日`, limit, personDaysText)),
  ];
}

/** 「予算を165万円（今は10万円）、手間を145人日（今は30人日）にする：両方を満たす例」 */
function changeText(way: readonly Short[]): string {
  const changes = way.map(({ name, given, needed, text }) => {
    return `${name}を${way.length === 1 ? '少なくとも' : ''}${text(needed)}（今は${text(given)}）`;
  });
  const example = ['', '', '：両方を満たす例'][way.length] ?? '：すべてを満たす例';
  return `${changes.join('、')}にする${example}。`;
}

/** The first area and the first item of the network no measure brings to the goal. */
function beyondLines(
  { outOfReach: { areas, items } }: Pick<Plan, 'outOfReach'>,
  { sheets, excludes }: Around,
): string[] {
  const titleOf = new Map(sheets.flatMap((sheet) => sheet.areas).map(({ id, title }) => [id, title]));
  const textOf = new Map(sheets.flatMap(itemsOf).map(({ id, text }) => [id, text]));
  const [area = ''] = areas;
  const [item = ''] = items;
  const among = (all: readonly string[], what: string) => (all.length > 1 ? `など${all.length}${what}` : '');
  return [
    ...(area
      ? [`対策をすべてしても、「${titleOf.get(area) ?? area}」${among(areas, '分野')}が1.5点を超えません。`]
      : []),
    ...(item
      ? [
          `対策をすべてしても、院内ネットワークの${item}「${textOf.get(item) ?? ''}」${among(items, '問')}が「はい」になりません。`,
        ]
      : []),
    ...(excludes ? ['できない対策として除いたものを、見直してください。'] : []),
  ];
}
