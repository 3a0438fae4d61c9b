import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup';
import { useStandingFault } from './Form.tsx';
import { FieldFault, FieldHelp, FieldLabel, type FieldWords } from './field-parts.tsx';
import { RadioDot } from './RadioDot.tsx';

type RadioOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly help?: ReactNode;
};

type RadioGroupProps<Value extends string> = FieldWords & {
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Side by side where there is room; for short words only. */
  readonly inline?: boolean;
};

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const error = useStandingFault(props.error, props.value);
  const { label, help, required, options, value, onChange, inline = false } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <FieldLabel label={label} required={required ?? false} />
      <FieldHelp help={help} />
      <div className={inline ? 'flex flex-wrap gap-x-4' : 'flex flex-col'}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="group -ml-1 flex min-h-11 items-center gap-3 rounded-8 py-1 pr-2 pl-1"
          >
            <RadioDot />
            <span>
              {option.label}
              {option.help && <span className="block text-help text-solid-gray-700">{option.help}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldFault error={error} />
    </AriaRadioGroup>
  );
}
