import { type CostRange, costText, personDaysText } from '#core/assessment/cost.ts';
import { yenText } from '#core/plan/plan-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { Costing } from './CostDialog.tsx';

type CostLineProps = {
  readonly title: string;
  readonly range: CostRange;
  readonly effort: Costing['usual'];
  /** Whether the facility has entered the amount itself. */
  readonly isOwn: boolean;
  readonly onEdit: () => void;
};

/** What something is reckoned at, and the way to change it. */
export function CostLine({ title, range, effort: { cost, personDays }, isOwn, onEdit }: CostLineProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-72">
        {title}
        {range.to !== 0 && <span className="block text-help text-solid-gray-700">目安の幅：{costText(range)}</span>}
      </div>
      <span className="flex w-full items-center gap-3 tabular-nums sm:w-auto">
        <span className="mr-auto shrink-0">{isOwn ? <Tag tone="now">この施設の値</Tag> : <Tag>目安</Tag>}</span>
        <span className="text-right font-700 whitespace-nowrap sm:min-w-28">
          {yenText(cost)}
          {personDays !== undefined && <span className="block text-help font-400">{personDaysText(personDays)}</span>}
        </span>
        <Button
          size="small"
          onPress={onEdit}
          label={`「${title}」の費用${personDays === undefined ? '' : 'と手間'}を直す`}
        >
          直す
        </Button>
      </span>
    </li>
  );
}
