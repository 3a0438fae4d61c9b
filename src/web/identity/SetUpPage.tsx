import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Card } from '#web/ui/Card.tsx';
import { nextPath } from './landing.ts';
import { keepLinkSecret, useLinkSecret } from './link-secret.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { NewPersonForm } from './NewPersonForm.tsx';
import { identity, takeSession } from './queries.ts';
import { UnusableLink } from './UnusableLink.tsx';

export function SetUpPage() {
  const token = useLinkSecret();
  const [unusable, setUnusable] = useState(false);
  const usable = token !== undefined && !unusable;
  return (
    <NarrowPage
      where={usable && '初期設定 1 / 2'}
      title="まもりを始める"
      sub={
        usable &&
        'あなたを、この「まもり」全体の管理者（システム管理者）として登録します。次に、確認コードを設定します。'
      }
    >
      {usable ? <FirstAdministrator token={token} onUnusable={() => setUnusable(true)} /> : <NoLink used={unusable} />}
    </NarrowPage>
  );
}

type FirstAdministratorProps = { readonly token: string; readonly onUnusable: () => void };

function FirstAdministrator({ token, onUnusable }: FirstAdministratorProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  return (
    <Card>
      <NewPersonForm
        secondFactor
        submit="登録して次へ"
        register={(person) => identity.setUp.call({ ...person, token })}
        onRegistered={(session) => {
          keepLinkSecret(undefined);
          takeSession(queryClient, session);
          void router.navigate({ href: nextPath(session, undefined) });
        }}
        onUnusable={onUnusable}
      />
    </Card>
  );
}

function NoLink({ used }: { readonly used: boolean }) {
  const title = used ? 'この初期設定リンクは使えません。' : '初期設定リンクをもう一度開いてください。';
  return (
    <UnusableLink title={title}>
      {used
        ? 'リンクは1回だけ、24時間使えます。すでに登録した方は、サインインしてください。'
        : 'リンクの鍵は安全のため画面に残しません。読み直したときは、元のリンクから開き直します。'}
      まだ登録していないときは、まもりを動かしている機器で次のように打つと、新しいリンクが表示されます。
      <code className="mt-2 block overflow-x-auto rounded-6 bg-white px-3 py-2 text-note">
        npm run -s mamori -- setup-link
      </code>
    </UnusableLink>
  );
}
