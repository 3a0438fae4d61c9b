import type { Item } from '#core/catalogue/sheet.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { mayAnswerItem, useAnswering } from '../answering.ts';
import { QuietButton } from '../QuietButton.tsx';
import { useCarryOver } from './use-carry-over.ts';
import { useItem } from './use-item.ts';
import { valueWords } from './value-words.ts';

/** What was answered last time, and the way to say the same again. */
export function LastYearLine({ item }: { readonly item: Item }) {
  const answering = useAnswering();
  const { answer } = useItem(item);
  const { carryOver, isPending } = useCarryOver();
  const last = answering.lastYear?.answers.find(({ itemId }) => itemId === item.id);
  if (!answering.lastYear || !last || answer.toConfirm) return null;
  const same = answer.value === last.value;
  const offered = !same && answer.draft === undefined && mayAnswerItem(answering, item);
  return (
    <div className="flex flex-wrap items-center gap-x-4 border-l-2 border-dashed border-solid-gray-536 pl-3 text-help text-solid-gray-700">
      <p className="min-w-0">
        前回（{yearTitle(answering.lastYear.fiscalYear)}）：
        {same ? '同じ答え' : valueWords(last.value, answering.sheet.scale)}
        {last.note && `　メモ：${last.note}`}
      </p>
      {offered && (
        <QuietButton label={`引き継ぐ（${item.id}）`} disabled={isPending} onPress={() => carryOver([item.id])}>
          引き継ぐ
        </QuietButton>
      )}
    </div>
  );
}
