import { useEffect, useRef } from 'react';
import { Callout } from '#web/ui/Callout.tsx';
import { remainingWords } from './refusal.ts';

type RefusalNoteProps = {
  readonly error: unknown;
  readonly title: string;
  /** Fields of the form that show their own faults. */
  readonly fields?: readonly string[];
};

/** Why an act did not succeed; nothing where the fields of the form say it themselves. */
export function RefusalNote({ error, title, fields = [] }: RefusalNoteProps) {
  const words = error ? remainingWords(error, fields) : [];
  const note = useInSight(error);
  if (words.length === 0) return null;
  return (
    <div ref={note} tabIndex={-1} className="rounded-12">
      <Callout tone="danger" announce title={title}>
        {words.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </Callout>
    </div>
  );
}

/** In a dialog that is taller than its window the button stays in sight, the note above may not: the focus brings it there. */
export function useInSight(error: unknown) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error && note.current?.closest('dialog')) note.current.focus();
  }, [error]);
  return note;
}
