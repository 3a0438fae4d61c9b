import { systemTypeTitles } from '#core/compliance/clause/system-type.ts';
import { deemedReason } from '#core/organisation/which-sheet.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Link } from '#web/ui/Link.tsx';
import type { ClauseRegisterView } from '../calls.ts';

type ScopeNoteProps = { readonly facilityId: string; readonly facility: ClauseRegisterView['facility'] };

const deemedWords = {
  'may-apply': `保守委託機関に当たる見込みです（要確認）。${deemedReason('may-apply')}先に「保守委託機関編」を見ます。ほかの編は、契約書で確かめられれば省ける見込みです。それまでは、省かずに並べています。`,
  'does-not-apply': '保守委託機関には当たりません。',
  unclear: '保守委託機関に当たるかは、まだ分かりません。確かめるまでは、すべての編に従います。',
} as const;

/** What the facility says of itself that decides which lines are for it, and where to say it. */
export function ScopeNote({ facilityId, facility: { systemType, deemed } }: ScopeNoteProps) {
  const profile = <Link href={`/facilities/${facilityId}/profile`}>施設の情報を開く</Link>;
  if (systemType === null) {
    return (
      <Callout tone="note" title="システムの型（Ⅰ〜Ⅳ）が、まだ分かりません。" action={profile}>
        「施設の情報」で、情報システムの担当者がいるかと、サーバと契約についての質問に答えると、当てはまる章だけが並びます。今は、何も省いていません。
        {deemed && deemedWords[deemed]}
      </Callout>
    );
  }
  return (
    <Callout tone="note" title={`システムの型は ${systemType} です。`} action={profile}>
      {systemTypeTitles[systemType]}施設です。{deemed && deemedWords[deemed]}
    </Callout>
  );
}
