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
          <SuggestedEarlier key={one.id} suggestion={one} number={item.row + 1} onFollow={follow} />
        ))}
      </ul>
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Select
          label="ほかの項目から続くとき（文言が変わった）"
          options={draft.earlier.items.map(({ id, label, text }) => ({ value: id, label: `${label}　${text}` }))}
          value={item.change === 'new' ? null : item.from}
          onChange={(from) => follow('reworded', from)}
        />
        <Button
          label={`新しい項目にする（${item.row + 1}行目）`}
          onPress={() => onChange({ ...item, change: 'new', from: null })}
        >
          新しい項目にする
        </Button>
      </div>
    </div>
  );
}

type SuggestedProps = {
  readonly suggestion: SuggestionView;
  readonly number: number;
  readonly onFollow: (change: 'unchanged' | 'reworded', from: string) => void;
};

function SuggestedEarlier({ suggestion: { id, label, text, reason, doubt }, number, onFollow }: SuggestedProps) {
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
        <Button
          size="small"
          label={`${label}から変わらない（${number}行目）`}
          onPress={() => onFollow('unchanged', id)}
        >
          変わらない
        </Button>
        <Button
          size="small"
          label={`${label}から文言が変わった（${number}行目）`}
          onPress={() => onFollow('reworded', id)}
        >
          文言が変わった
        </Button>
      </div>
    </li>
  );
}
