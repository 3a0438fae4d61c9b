import { ORPCError } from '@orpc/client';
import type { Fault } from '#core/kernel/contract.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Callout } from '#web/ui/Callout.tsx';

type FormFaultsProps = {
  readonly error: unknown;
  readonly title: string;
  /** Fields of the form that show their own faults. */
  readonly fields?: readonly string[];
};

function faultsOf(error: unknown): readonly Fault[] {
  if (!(error instanceof ORPCError) || !['form/file-not-usable', 'form/not-publishable'].includes(error.code))
    return [];
  return (error.data as { readonly faults?: readonly Fault[] }).faults ?? [];
}

/** Why a form was not taken, each fault with what to do; any other refusal as it says itself. */
export function FormFaults({ error, title, fields = [] }: FormFaultsProps) {
  const faults = faultsOf(error);
  if (faults.length === 0) return <RefusalNote error={error} title={title} fields={fields} />;
  return (
    <Callout tone="danger" announce title={title}>
      <ul className="list-disc pl-5">
        {faults.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Callout>
  );
}
