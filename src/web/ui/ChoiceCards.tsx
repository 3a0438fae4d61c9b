import { useRef } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { RadioDot } from './RadioDot.tsx';

export type Choice<Value extends string> = {
  readonly value: Value;
  /** Short sign before the words: 「0」「?」「－」. */
  readonly mark?: string | undefined;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Key that chooses it while the group has the focus. */
  readonly shortcut?: string | undefined;
};

type ChoiceCardsProps<Value extends string> = {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Id of the question the cards answer. */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly columns?: 2 | 3;
  readonly disabled?: boolean;
};

const grids = { 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 xl:grid-cols-3' };

export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { choices, value, onChange, columns = 3 } = props;
  const group = useRef<HTMLDivElement>(null);
  const choose = (found: Choice<Value> | undefined) => {
    if (!found || props.disabled) return;
    onChange(found.value);
    group.current?.querySelector<HTMLInputElement>(`input[value="${found.value}"]`)?.focus();
  };
  return (
    <RadioGroup
      ref={group}
      value={value}
      onChange={(next) => choose(choices.find((choice) => choice.value === next))}
      isDisabled={props.disabled ?? false}
      aria-labelledby={props.labelledBy}
      {...(props.describedBy && { 'aria-describedby': props.describedBy })}
      className={`grid grid-cols-1 gap-2 ${grids[columns]}`}
    >
      {choices.map((choice) => (
        <ChoiceCard
          key={choice.value}
          choice={choice}
          onKey={(key) => choose(choices.find(({ shortcut }) => shortcut === key))}
        />
      ))}
    </RadioGroup>
  );
}

type ChoiceCardProps = { readonly choice: Choice<string>; readonly onKey: (key: string) => void };

function ChoiceCard({ choice, onKey }: ChoiceCardProps) {
  return (
    <Radio
      value={choice.value}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        onKey(event.key);
      }}
      className="group flex min-h-13 items-center gap-3 rounded-8 border border-solid-gray-300 bg-white px-3 py-2 hover:border-solid-gray-900 selected:border-blue-900 selected:bg-blue-50 selected:ring-1 selected:ring-blue-900 disabled:bg-solid-gray-50 sm:min-h-[4.25rem]"
    >
      <RadioDot />
      {choice.mark && (
        <span
          className="w-4 shrink-0 text-center font-700 tabular-nums"
          aria-hidden={choice.shortcut ? undefined : true}
        >
          {choice.mark}
        </span>
      )}
      <span className="min-w-0 leading-150">
        {choice.label}
        {choice.hint && <span className="block text-note text-solid-gray-700">{choice.hint}</span>}
      </span>
    </Radio>
  );
}
