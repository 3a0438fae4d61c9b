import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { ButtonLink } from './Button.tsx';

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

type FormEndProps = {
  /** Where one goes who changes nothing. */
  readonly back: string;
  readonly children: ReactNode;
};

/** The end of a form that has a page to itself: what sends it, and the way back beside it. */
export function FormEnd({ back, children }: FormEndProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {children}
      <ButtonLink href={back}>やめる</ButtonLink>
    </div>
  );
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
