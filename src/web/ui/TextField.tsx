import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { useStandingFault } from './Form.tsx';
import { boxLook, FieldFault, FieldHelp, FieldLabel, type FieldWords } from './field-parts.tsx';

type TextFieldProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly name?: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'search';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly maxLength?: number;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  /** For a few figures: no wider than they need. */
  readonly narrow?: boolean;
  /** More than one line: how many are shown. */
  readonly rows?: number;
};

export function TextField({ label, help, error: found, required, rows, ...field }: TextFieldProps) {
  const error = useStandingFault(found, field.value);
  const { value, onChange, onBlur, type = 'text', inputMode, disabled = false, narrow = false, ...rest } = field;
  return (
    <AriaTextField
      {...rest}
      type={type}
      value={value}
      onChange={onChange}
      isRequired={required ?? false}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className="flex flex-col gap-1"
      {...(onBlur && { onBlur })}
      {...(inputMode && { inputMode })}
    >
      <FieldLabel label={label} required={required ?? false} />
      <FieldHelp help={help} />
      {rows ? (
        <AriaTextArea rows={rows} className={boxLook} />
      ) : (
        <Input className={`${boxLook} min-h-11 ${narrow ? 'max-w-60' : ''}`} />
      )}
      <FieldFault error={error} />
    </AriaTextField>
  );
}

/** A text field of several lines. */
export function TextArea({ rows = 3, ...field }: Omit<TextFieldProps, 'type' | 'inputMode'>) {
  return <TextField {...field} rows={rows} />;
}
