import { Button } from '#web/ui/Button.tsx';
import { Select } from '#web/ui/Select.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import type { DraftItemView, DraftView, SuggestionView } from './queries.ts';

type EarlierChoiceProps = {
  readonly item: DraftItemView;
  readonly draft: DraftView;
  readonly onChange: (item: DraftItemView) => void;
};

/** Which item of the version before this one follows: suggestions with their reasons, any other item, or none. */
export function EarlierChoice({ item, draft, onChange }: EarlierChoiceProps) {
  const suggested = draft.suggestions.find(({ row }) => row === item.row)?.earlier ?? [];
  const chosen = draft.earlier.items.find(({ id }) => id === item.from);
  const isOther = item.change === 'reworded' && suggested.every(({ id }) => id !== item.from);
  const follow = (change: 'unchanged' | 'reworded', from: string) => {
    const before = draft.earlier.items.find(({ id }) => id === from);
    onChange({ ...item, change, from, text: change === 'unchanged' ? (before?.text ?? item.text) : item.text });
  };
  return (
    <div className="flex flex-col gap-2">
      {chosen && item.change !== 'new' && (
        <p className="rounded-8 bg-solid-gray-50 px-4 py-2 text-help">
          元の項目（{draft.earlier.version}）：{chosen.label}　{chosen.text}
        </p>
      )}
      {suggested.length > 0 && <p className="text-help text-solid-gray-700">前の版の、続いていそうな項目</p>}
      <ul className="flex flex-col gap-2">
        {suggested.map((one) => (
          <SuggestedEarlier
            key={one.id}
            suggestion={one}
            number={item.row + 1}
            chosen={item.from === one.id ? item.change : null}
            onFollow={follow}
          />
        ))}
      </ul>
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        {draft.earlier.items.length > 0 && (
          <Select
            label="ほかの項目から続くとき（文言が変わった）"
            options={draft.earlier.items.map(({ id, label, text }) => ({ value: id, label: `${label}　${text}` }))}
            value={isOther ? item.from : null}
            onChange={(from) => follow('reworded', from)}
          />
        )}
        <Button
          {...(item.change === 'new' && { icon: 'check' })}
          label={`新しい項目にする（${item.row + 1}行目）${item.change === 'new' ? picked : ''}`}
          onPress={() => onChange({ ...item, change: 'new', from: null })}
        >
          新しい項目にする
        </Button>
      </div>
    </div>
  );
}

const followWords = { unchanged: '変わらないとする', reworded: '文言が変わったとする' } as const;

/** Read out after the words of what is chosen, which shows a tick. */
const picked = '：選んでいます';

type SuggestedProps = {
  readonly suggestion: SuggestionView;
  readonly number: number;
  /** How the item follows this one, where it does. */
  readonly chosen: DraftItemView['change'];
  readonly onFollow: (change: 'unchanged' | 'reworded', from: string) => void;
};

function SuggestedEarlier({
  suggestion: { id, label, text, reason, doubt },
  number,
  chosen,
  onFollow,
}: SuggestedProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-l-2 border-dashed border-solid-gray-536 pl-3">
      <div className="min-w-0 flex-1 basis-64">
        <p>
          {label}　{text}
        </p>
        <p className="text-help text-solid-gray-700">
          理由：{reason} {doubt !== null && <Tag tone="attention">要確認</Tag>}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {(['unchanged', 'reworded'] as const).map((change) => (
          <Button
            key={change}
            size="small"
            {...(chosen === change && { icon: 'check' })}
            label={`${label}から${followWords[change]}（${number}行目）${chosen === change ? picked : ''}`}
            onPress={() => onFollow(change, id)}
          >
            {followWords[change]}
          </Button>
        ))}
      </div>
    </li>
  );
}
