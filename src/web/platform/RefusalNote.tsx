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
  if (words.length === 0) return null;
  return (
    <Callout tone="danger" announce title={title}>
      {words.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </Callout>
  );
}
