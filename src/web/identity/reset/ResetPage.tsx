import { useQuery } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { AfterAWhile, Skeleton } from '#web/ui/Skeleton.tsx';
import { account } from '../account/queries.ts';
import { linkRefused } from '../link-refused.ts';
import { useLinkSecret } from '../link-secret.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { UnusableLink } from '../UnusableLink.tsx';
import { useMail } from '../use-mail.ts';
import { AskForLink } from './AskForLink.tsx';
import { ResetForm } from './ResetForm.tsx';
import { UsedLink } from './UsedLink.tsx';

/** Opened by a reset link: whose it is, and the new password. */
export function ResetPage() {
  const token = useLinkSecret();
  return (
    <NarrowPage title="パスワードの再設定">
      {token === undefined ? <WithoutLink /> : <Opened token={token} />}
    </NarrowPage>
  );
}

function WithoutLink() {
  const mail = useMail();
  if (mail === undefined) return null;
  if (mail) return <AskForLink />;
  return (
    <UnusableLink title="再設定リンクをもう一度開いてください">
      リンクの鍵は安全のため画面に残しません。読み直したときは、受け取ったリンクから開き直します。
    </UnusableLink>
  );
}

function Opened({ token }: { readonly token: string }) {
  const { data, error, isPending } = useQuery(
    account.readResetLink.queryOptions({ input: { token }, retry: false, staleTime: Number.POSITIVE_INFINITY }),
  );
  if (data) return <ResetForm token={token} owner={data} />;
  if (isPending) {
    return (
      <AfterAWhile>
        <Skeleton />
      </AfterAWhile>
    );
  }
  return linkRefused(error) ? <UsedLink /> : <RefusalNote error={error} title="リンクを読めませんでした" />;
}
