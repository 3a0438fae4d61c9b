import { useRouter, useSearch } from '@tanstack/react-router';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Link } from '#web/ui/Link.tsx';
import { nextPath, recoveredPath } from './landing.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { SignInForm } from './SignInForm.tsx';
import { signInSearch } from './sign-in-search.ts';
import { SsoOffer } from './sso/SsoOffer.tsx';
import { useMail } from './use-mail.ts';

export function SignInPage() {
  const router = useRouter();
  const search = signInSearch(useSearch({ strict: false }));
  const mail = useMail();
  return (
    <NarrowPage title="サインイン">
      {search.after === 'sign-out' && <Callout tone="done" title="サインアウトしました。" />}
      {search.after === 'erasure' && <Callout tone="done" title="アカウントを消しました。" />}
      {search.after === 'reset' && (
        <Callout tone="done" title="新しいパスワードにしました。">
          新しいパスワードでサインインしてください。
        </Callout>
      )}
      {search.return && <Callout tone="note" title="サインインすると、続きのページを開きます。" />}
      <Card>
        <SignInForm
          onSignedIn={(session, recovered) =>
            router.navigate({
              href: recovered ? recoveredPath(session, search.return) : nextPath(session, search.return),
            })
          }
        />
      </Card>
      <SsoOffer back={search.return} />
      <Disclosure title="パスワードを忘れたとき" level={2}>
        {mail && (
          <p className="mb-3 text-help">
            <Link href="/reset">新しいパスワードを決めるリンクを、メールで受け取る</Link>ことができます。
          </p>
        )}
        <p className="text-help">
          {mail && 'メールを使えないときは、'}
          施設の管理者に「再設定リンク」をつくってもらい、そのリンクから新しいパスワードを決めます。施設の管理者の方は、まもり全体の管理者に頼んでください。
        </p>
      </Disclosure>
      <div className="text-help text-solid-gray-700">
        <p>はじめての方は、施設の管理者から受け取った招待リンクを開いてください。</p>
        <p>
          診療所・薬局・介護施設の方は、<Link href="/self-check">アカウントなしで点検</Link>できます。
        </p>
      </div>
    </NarrowPage>
  );
}
