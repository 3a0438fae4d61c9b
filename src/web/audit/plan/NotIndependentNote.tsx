import { ORPCError } from '@orpc/client';
import { type Involvement, involvementWords } from '#core/audit/independence.ts';
import { refusalCode } from '#web/platform/refusal.ts';

type Refusal = { readonly name: string; readonly area: string | null; readonly reasons: readonly Involvement[] };

/** Who is not independent of what, each with the reasons. */
export function NotIndependentNote({ error }: { readonly error: unknown }) {
  if (!(error instanceof ORPCError) || refusalCode(error) !== 'audit/not-independent') return null;
  const { refusals } = error.data as { readonly refusals: readonly Refusal[] };
  return (
    <ul className="list-disc pl-5">
      {refusals.map(({ name, area, reasons }) => (
        <li key={`${name} ${area}`} className="measure">
          {name}さん（{area ?? 'どの分野も'}）：{reasons.map(involvementWords).join('、')}
        </li>
      ))}
    </ul>
  );
}
