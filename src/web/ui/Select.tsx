import { useId } from 'react';
import { useStandingFault } from './Form.tsx';
import { boxLook, FaultWords, type FieldWords, LabelWords } from './field-parts.tsx';
import { Icon } from './Icon.tsx';

export type SelectOption<Value extends string> = { readonly value: Value; readonly label: string };

type SelectProps<Value extends string> = FieldWords & {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly name?: string;
  readonly disabled?: boolean;
  /** For screen readers only, where the place says it to those who see. */
  readonly labelHidden?: boolean;
};

/** The browser's own list of choices: the phone shows its wheel, the keyboard finds by letters. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, help, required = false, labelHidden = false } = props;
  const id = useId();
  const error = useStandingFault(props.error, props.value);
  const described = [help && `${id}-help`, error && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} {...(labelHidden && { className: 'sr-only' })}>
        <LabelWords label={label} required={required} />
      </label>
      {help && (
        <div id={`${id}-help`} className="text-help text-solid-gray-700">
          {help}
        </div>
      )}
      <Box {...props} {...{ id, described }} faulty={error !== undefined} />
      {error && (
        <div id={`${id}-fault`}>
          <FaultWords error={error} />
        </div>
      )}
    </div>
  );
}

type BoxProps<Value extends string> = SelectProps<Value> & {
  readonly id: string;
  readonly described: string;
  readonly faulty: boolean;
};

function Box<Value extends string>({ id, described, faulty, required = false, ...field }: BoxProps<Value>) {
  const { options, value, onChange, placeholder = '選んでください', name, disabled = false } = field;
  return (
    <div className="relative">
      <select
        id={id}
        name={name}
        value={value ?? ''}
        required={required}
        disabled={disabled}
        aria-invalid={faulty}
        aria-describedby={described || undefined}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={`${boxLook} min-h-11 appearance-none truncate pr-10`}
      >
        {value === null && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center">
        <Icon name="down" small />
      </span>
    </div>
  );
}
