import { originalOf } from '#core/compliance/clause/original.ts';
import type { PartDoubt } from '#core/compliance/clause/part-doubt.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { OutsideLink } from '#web/ui/OutsideLink.tsx';
import type { ClauseRegisterView, ShownClause } from '../calls.ts';

const doubts = {
  partly: '章の要点の一部だけを、原文で確かめています。使う前に原文を見てください。',
  secondary: '公開の解説によります。使う前に原文を見てください。',
  unverified: '章の題のほかは、原文で確かめられていません。使う前に原文を見てください。',
} as const;

type ToCheckProps = { readonly part: ShownClause['part']; readonly lines: readonly (string | null)[] };

function ToCheck({ part, lines }: ToCheckProps) {
  const said = lines.filter((line) => line !== null);
  const original = originalOf(part);
  if (said.length === 0) return null;
  return (
    <Callout
      tone="attention"
      title="要確認"
      action={original && <OutsideLink href={original.href}>{original.title}</OutsideLink>}
    >
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Callout>
  );
}

/** What nobody could check of a line, and whether it is for the facility. */
export function ClauseDoubt({ clause: { certainty, scope, part } }: { readonly clause: ShownClause }) {
  const old =
    part.version === '7.0' ? null : `番号と要約は第${part.version}版です。第7.0版の本文は確かめられていません。`;
  return <ToCheck part={part} lines={[scope.reason, certainty === 'primary' ? null : doubts[certainty], old]} />;
}

type OfPartProps = { readonly part: ClauseRegisterView['parts'][number]['guideline']; readonly doubt: PartDoubt };

/** The same of all lines of a part at once. */
export function DoubtOfPart({ part, doubt: { certainty, reason } }: OfPartProps) {
  return <ToCheck part={part} lines={[reason, certainty && doubts[certainty]]} />;
}
