import { useParams } from '@tanstack/react-router';
import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { drawnName } from '#web/organisation/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Page } from '#web/ui/Page.tsx';
import { EndUse } from './EndUse.tsx';
import { TakeRecord } from './TakeRecord.tsx';

/** Everything of the facility taken out, and the end of its use. */
export function LeavingPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const { name = '', roles = [] } = useSession().facilities.find(({ id }) => id === facilityId) ?? {};
  return (
    <Page
      title="記録の持ち出しと利用の終わり"
      sub="施設の記録を、まとめて受け取ります。利用をやめるときも、ここからです。"
    >
      {may(roles, 'facility.export') ? (
        <>
          <TakeRecord facilityId={facilityId} />
          <EndUse facilityId={facilityId} facilityName={drawnName(name)} />
        </>
      ) : (
        <NotYours facilityId={facilityId} />
      )}
    </Page>
  );
}

function NotYours({ facilityId }: { readonly facilityId: string }) {
  return (
    <Callout
      tone="attention"
      title="記録を持ち出せる役割ではありません"
      action={<ButtonLink href={`/facilities/${facilityId}`}>ホームを開く</ButtonLink>}
    >
      施設の記録を受け取り、利用をやめられるのは、施設の管理者です。
    </Callout>
  );
}
