import type { Item } from '#core/catalogue/sheet.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { mayAnswerItem, useAnswering } from '../answering.ts';
import { useItem } from './use-item.ts';

/** Mark of an answer carried over from last year until someone says that it still holds. */
export function ToConfirm({ item }: { readonly item: Item }) {
  const answering = useAnswering();
  const { answer, choose } = useItem(item);
  if (!answer.toConfirm) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-8 border border-orange-200 bg-attention-ground px-4 py-2">
      <p className="flex min-w-0 items-center gap-2 text-help text-orange-1000">
        <Icon name="attention" small />
        <span>
          <strong>確定待ち</strong>　前回の答えです。今も同じなら確定し、違えば選び直してください。
        </span>
      </p>
      {mayAnswerItem(answering, item) && (
        <Button
          size="small"
          label={`この答えに確定する（${item.id}）`}
          onPress={() => choose({ value: answer.value, note: answer.note })}
        >
          この答えに確定する
        </Button>
      )}
    </div>
  );
}
