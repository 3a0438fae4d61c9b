import { Callout } from '#web/ui/Callout.tsx';
import { fieldFaults, refusalWords } from './refusal.ts';

type RefusalNoteProps = { readonly error: unknown; readonly title: string };

/** Why an act did not succeed; nothing where the fields of the form say it themselves. */
export function RefusalNote({ error, title }: RefusalNoteProps) {
  if (!error || Object.keys(fieldFaults(error)).length > 0) return null;
  return (
    <Callout tone="danger" announce title={title}>
      {refusalWords(error)}
    </Callout>
  );
}
