import { useQuery } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { AfterAWhile, Skeleton } from '#web/ui/Skeleton.tsx';
import { InvitationOffer } from './InvitationOffer.tsx';
import { linkRefused } from './link-refused.ts';
import { useLinkSecret } from './link-secret.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { invitationQuery } from './queries.ts';
import { UnusableLink } from './UnusableLink.tsx';

export function InvitationPage() {
  const token = useLinkSecret();
  if (token === undefined) {
    return (
      <NarrowPage title="まもりへの招待">
        <UnusableLink title="招待リンクをもう一度開いてください">
          リンクの鍵は安全のため画面に残しません。読み直したときは、受け取ったリンクから開き直します。登録が済んでいる方は、サインインしてください。
        </UnusableLink>
      </NarrowPage>
    );
  }
  return <Opened token={token} />;
}

function Opened({ token }: { readonly token: string }) {
  const { data: invitation, error, isPending } = useQuery(invitationQuery(token));
  if (invitation) return <InvitationOffer token={token} invitation={invitation} />;
  return (
    <NarrowPage title="まもりへの招待">
      {isPending && (
        <AfterAWhile>
          <Skeleton />
        </AfterAWhile>
      )}
      {linkRefused(error) ? <UsedInvitation /> : <RefusalNote error={error} title="招待を読めませんでした" />}
    </NarrowPage>
  );
}

function UsedInvitation() {
  return (
    <UnusableLink title="この招待リンクは使えません">
      リンクは1回だけ、7日間使えます。期限が切れたか、すでに使われたか、取り消されたか、文字の一部が欠けています。登録が済んでいる方はサインインしてください。まだの方は、渡した人に新しいリンクを頼んでください。
    </UnusableLink>
  );
}
