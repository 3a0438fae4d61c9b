import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { PasskeyFailure } from './passkey-failure.ts';

type PasskeyNoteProps = { readonly error: unknown; readonly title: string; readonly fields?: readonly string[] };

/** Why a passkey was not made or not used: what the browser said, or what the server did. */
export function PasskeyNote({ error, title, fields = [] }: PasskeyNoteProps) {
  if (!(error instanceof PasskeyFailure)) return <RefusalNote error={error} title={title} fields={fields} />;
  return (
    <Callout tone="attention" announce title={title}>
      {error.message}
    </Callout>
  );
}
