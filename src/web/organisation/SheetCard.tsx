import { useState } from 'react';
import { contradictsServers } from '#core/organisation/profile.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import type { ProfileView } from './queries.ts';
import { ServerAnswersForm } from './ServerAnswersForm.tsx';
import { SheetAdvice } from './SheetAdvice.tsx';

type SheetCardProps = { readonly profile: ProfileView; readonly mayEdit: boolean };

/** Which sheet the facility uses and whether みなし遵守 may apply, from its own answers. */
export function SheetCard({ profile, mayEdit }: SheetCardProps) {
  const { sheetChoice } = profile;
  const [asking, setAsking] = useState(false);
  if (asking && mayEdit) {
    return (
      <Card title="どの点検票を使うか">
        <ServerAnswersForm profile={profile} onDone={() => setAsking(false)} />
      </Card>
    );
  }
  return (
    <Card title="どの点検票を使うか">
      {contradictsServers(profile) && (
        <div className="mb-4">
          <Callout tone="attention" title="電子カルテの答えと食い違っています">
            電子カルテは「院内のサーバで動く」、院内のサーバは「いいえ」になっています。どちらかを直してください。
          </Callout>
        </div>
      )}
      {sheetChoice ? (
        <SheetAdvice choice={sheetChoice.choice} />
      ) : (
        <p className="measure text-help">
          サーバと契約についての3つの質問に答えると、使う点検票と、保守委託機関の「みなし遵守」が使えるかの見込みが分かります。
          {!mayEdit && '答えるのは、施設の管理者・安全管理責任者・企画管理者です。'}
        </p>
      )}
      {mayEdit && (
        <div className="mt-4 print:hidden">
          <Button onPress={() => setAsking(true)}>{sheetChoice ? '3つの質問に答え直す' : '3つの質問に答える'}</Button>
        </div>
      )}
    </Card>
  );
}
