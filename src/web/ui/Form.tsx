import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';

type FormProps = {
  readonly onSubmit: () => void;
  /** Faults of the last attempt by field; a new object puts the cursor on the first faulty field, so that it stays the same while people type. */
  readonly faults: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** The faults of the attempt a field stands in; null outside of a form. */
const Attempt = createContext<FormProps['faults'] | null>(null);

/** The fault of a field as long as its value is the one it was found in: what has been put right since is not called wrong. */
export function useStandingFault(error: string | undefined, value: unknown): string | undefined {
  const attempt = useContext(Attempt);
  const [told, setTold] = useState({ attempt, value });
  if (told.attempt !== attempt) setTold({ attempt, value });
  return attempt === null || told.attempt !== attempt || told.value === value ? error : undefined;
}

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
      <Attempt value={faults}>{children}</Attempt>
    </form>
  );
}
