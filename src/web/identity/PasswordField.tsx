import { useState } from 'react';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { TextField } from '#web/ui/TextField.tsx';

type PasswordFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly label?: string;
  readonly name?: string;
  readonly help?: string;
  readonly error?: string | undefined;
};

/** A password that can be looked at while it is typed. */
export function PasswordField({ label = 'パスワード', name = 'password', ...field }: PasswordFieldProps) {
  const { value, onChange, autoComplete, help, error } = field;
  const [shown, setShown] = useState(false);
  return (
    <div>
      <TextField
        label={label}
        name={name}
        required={autoComplete === 'new-password'}
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        value={value}
        onChange={onChange}
        help={help}
        error={error}
      />
      <Checkbox checked={shown} onChange={setShown}>
        {label}を表示する
      </Checkbox>
    </div>
  );
}
