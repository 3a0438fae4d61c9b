import { blanksIn } from '#core/compliance/regulation/regulation.ts';
import { Callout } from '#web/ui/Callout.tsx';

/** Says before a text is approved that places in it are still to be filled in. */
export function BlanksNote({ body }: { readonly body: string }) {
  const blanks = blanksIn(body);
  if (blanks === 0) return null;
  return (
    <Callout tone="attention" title={`まだ埋めていない「＿＿」が${blanks}か所あります`}>
      承認する前に、案のこの所を埋めます。承認したあとは、埋められません。
    </Callout>
  );
}
