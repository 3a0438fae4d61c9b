import { Callout } from '#web/ui/Callout.tsx';
import type { ShownRisk } from './calls.ts';

/** What comes of changing a risk the executives have accepted; nothing of any other. */
export function AcceptedNote({ risk }: { readonly risk: ShownRisk | undefined }) {
  if (risk?.state !== 'accepted') return null;
  return (
    <Callout tone="note" title="このリスクは受容中です">
      内容・影響・残る大きさが受け入れたときより大きく、または別のものになるか、そのときの対応がなくなると、経営者にもう一度決めてもらいます。
    </Callout>
  );
}
