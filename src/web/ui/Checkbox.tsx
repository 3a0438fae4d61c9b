import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { useStandingFault } from './Form.tsx';
import { FieldFault, FieldHelp, FieldLabel, type FieldWords } from './field-parts.tsx';
import { Icon } from './Icon.tsx';

type CheckboxProps = {
  readonly children: ReactNode;
  readonly checked?: boolean;
  readonly onChange?: (checked: boolean) => void;
  /** Its value inside a `CheckboxGroup`. */
  readonly value?: string;
  readonly disabled?: boolean;
};

export function Checkbox({ children, checked, onChange, value, disabled = false }: CheckboxProps) {
  return (
    <AriaCheckbox
      isDisabled={disabled}
      className="group flex min-h-11 items-center gap-3 rounded-8 py-1 pr-2"
      {...(checked !== undefined && { isSelected: checked })}
      {...(onChange && { onChange })}
      {...(value !== undefined && { value })}
    >
      <span className="flex size-6 shrink-0 items-center justify-center rounded-4 border-2 border-solid-gray-600 bg-white text-white group-hover:border-black group-selected:border-blue-900 group-selected:bg-blue-900 group-disabled:border-solid-gray-300 group-invalid:border-red-900">
        <Icon name="check" small />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}

type CheckboxGroupProps = FieldWords & {
  /** Where the heading above says it already. */
  readonly labelHidden?: boolean;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly children: ReactNode;
};

export function CheckboxGroup({ label, help, required, value, onChange, children, ...field }: CheckboxGroupProps) {
  const { labelHidden = false } = field;
  const error = useStandingFault(field.error, value);
  return (
    <AriaCheckboxGroup
      value={[...value]}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <div className={labelHidden ? 'sr-only' : ''}>
        <FieldLabel label={label} required={required ?? false} />
      </div>
      <FieldHelp help={help} />
      <FieldFault error={error} />
      {children}
    </AriaCheckboxGroup>
  );
}
