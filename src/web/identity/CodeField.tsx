import { TextField } from '#web/ui/TextField.tsx';

type CodeFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly help?: string;
  readonly autoFocus?: boolean;
};

/** Six digits from the authenticator; full-width digits and spaces are taken as meant. */
export function CodeField({ value, onChange, error, help, autoFocus = false }: CodeFieldProps) {
  return (
    <TextField
      label="確認コード（6桁の数字）"
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus={autoFocus}
      value={value}
      onChange={(typed) => onChange(codeDigits(typed))}
      help={help}
      error={error}
    />
  );
}

export function codeDigits(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 6);
}
