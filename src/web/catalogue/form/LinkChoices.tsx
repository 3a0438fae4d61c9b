import { Checkbox } from '#web/ui/Checkbox.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import type { DraftItemView, DraftView } from './queries.ts';

type LinkChoicesProps = {
  readonly item: DraftItemView;
  readonly draft: DraftView;
  readonly onChange: (item: DraftItemView) => void;
};

type Relation = 'none' | DraftItemView['questions'][number]['relation'];

const relations: readonly { readonly value: Relation; readonly label: string }[] = [
  { value: 'none', label: 'つながない' },
  { value: 'partly', label: '一部に当たる' },
  { value: 'decides', label: 'この設問で決まる' },
];

/** Questions that answer the item, and clauses it belongs to: suggestions, each with its reason, linked by a person only. */
export function LinkChoices({ item, draft, onChange }: LinkChoicesProps) {
  const suggested = draft.suggestions.find(({ row }) => row === item.row);
  const relate = (id: string, relation: Relation) => {
    const others = item.questions.filter((question) => question.item !== id);
    onChange({ ...item, questions: relation === 'none' ? others : [...others, { item: id, relation }] });
  };
  const clause = (id: string, linked: boolean) => {
    const others = item.clauses.filter((one) => one !== id);
    onChange({ ...item, clauses: linked ? [...others, id] : others });
  };
  return (
    <div className="flex flex-col gap-4 py-2">
      {suggested?.questions.length === 0 && suggested.clauses.length === 0 && (
        <p className="text-help">言葉の近い設問や条項は見つかりませんでした。</p>
      )}
      {suggested?.questions.map(({ id, text, reason }) => (
        <RadioGroup
          key={id}
          inline
          label={`${id}　${text}`}
          help={`理由：${reason}`}
          options={relations}
          value={item.questions.find((question) => question.item === id)?.relation ?? 'none'}
          onChange={(relation) => relate(id, relation)}
        />
      ))}
      {suggested?.clauses.map(({ id, label, text, reason }) => (
        <Checkbox key={id} checked={item.clauses.includes(id)} onChange={(linked) => clause(id, linked)}>
          {label}　{text}
          <span className="block text-help text-solid-gray-700">理由：{reason}</span>
        </Checkbox>
      ))}
    </div>
  );
}
