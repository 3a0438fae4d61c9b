import { Callout } from '#web/ui/Callout.tsx';
import type { ShownClause } from '../calls.ts';

const doubts = {
  partly: '章の要点の一部だけを、原文で確かめています。使う前に原文を見てください。',
  secondary: '公開の解説によります。使う前に原文を見てください。',
  unverified: '章の題のほかは、原文で確かめられていません。使う前に原文を見てください。',
} as const;

/** What nobody could check of a line, and whether it is for the facility. */
export function ClauseDoubt({ clause: { certainty, scope, part } }: { readonly clause: ShownClause }) {
  const old =
    part.version === '7.0' ? null : `番号と要約は第${part.version}版です。第7.0版の本文は確かめられていません。`;
  const doubt = certainty === 'primary' ? null : doubts[certainty];
  const lines = [scope.reason, doubt, old].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <Callout tone="attention" title="要確認">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Callout>
  );
}
