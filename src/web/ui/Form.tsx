import { type ReactNode, useEffect, useRef } from 'react';

type FormProps = {
  readonly onSubmit: () => void;
  /** Faults of the last attempt by field; a new object puts the cursor on the first faulty field, so that it stays the same while people type. */
  readonly faults: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** A form that keeps what was typed and leads to what is wrong. */
export function Form({ onSubmit, faults, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  return (
    <form
      ref={form}
      noValidate
      className="flex max-w-2xl flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
