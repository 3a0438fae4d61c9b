import { Link } from 'react-aria-components/Link';
import { itemHref, useAnswering } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import type { LeftItem } from './left-items.ts';

type LeftDialogProps = { readonly left: readonly LeftItem[]; readonly onClose: () => void };

const groups = [
  { reason: 'unanswered', title: '未回答', words: '分からないものは「分からない」と答えて提出できます。' },
  { reason: 'days-missing', title: '確認日か目標日が未記入', words: '日を入れると提出できます。' },
  {
    reason: 'to-confirm',
    title: '前回から引き継いで、まだ確かめていない',
    words: '今も同じなら確定し、違えば選び直してください。',
  },
] as const;

/** Why a run cannot be submitted yet: every item by its name, each a way to it. */
export function LeftDialog({ left, onClose }: LeftDialogProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`あと${left.length}問で提出できます`}
      actions={<Button onPress={onClose}>閉じる</Button>}
    >
      <p>選ぶと、その設問へ移ります。</p>
      <div className="-mx-2 mt-3 flex max-h-[50dvh] flex-col gap-4 overflow-y-auto px-2 pt-1 pb-3">
        {groups.map(({ reason, title, words }) => (
          <LeftGroup
            key={reason}
            title={title}
            words={words}
            items={left.filter((item) => item.reason === reason)}
            onClose={onClose}
          />
        ))}
      </div>
    </Dialog>
  );
}

type LeftGroupProps = {
  readonly title: string;
  /** What to do about them. */
  readonly words: string;
  readonly items: readonly LeftItem[];
  readonly onClose: () => void;
};

function LeftGroup({ title, words, items, onClose }: LeftGroupProps) {
  const { path, sheet } = useAnswering();
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className="font-700">
        {title}　{items.length}問
      </h3>
      <p className="mb-2 text-help text-solid-gray-700">{words}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="border-t border-solid-gray-100 first:border-t-0">
            <Link
              href={itemHref(path, sheet, item.id)}
              onPress={onClose}
              className="flex min-h-11 items-baseline gap-3 rounded-4 px-1 py-2 text-help text-blue-900 hover:underline"
            >
              <span className="w-14 shrink-0 tabular-nums">{item.label}</span>
              <span>{item.text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
