import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
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
  const [second, setSecond] = useState(false);
  return (
    <NarrowPage title="サインイン">
      {!second && <Before {...search} />}
      <Card>
        <SignInForm
          onStep={setSecond}
          onSignedIn={(session, recovered) =>
            router.navigate({
              href: recovered ? recoveredPath(session, search.return) : nextPath(session, search.return),
            })
          }
        />
      </Card>
      {!second && <OtherWays back={search.return} />}
    </NarrowPage>
  );
}

/** What led here. */
function Before({ after, return: back }: ReturnType<typeof signInSearch>) {
  return (
    <>
      {after === 'sign-out' && <Callout tone="done" title="サインアウトしました" />}
      {after === 'erasure' && <Callout tone="done" title="アカウントを消しました" />}
      {after === 'reset' && (
        <Callout tone="done" title="新しいパスワードにしました">
          新しいパスワードでサインインしてください。
        </Callout>
      )}
      {back && <Callout tone="note" title="サインインすると、続きのページを開きます" />}
    </>
  );
}

/** For who has no password, has forgotten it or is new. */
function OtherWays({ back }: { readonly back: string | undefined }) {
  const mail = useMail();
  return (
    <>
      <SsoOffer back={back} />
      <Disclosure title="パスワードを忘れたとき" level={2}>
        {mail && (
          <p className="mb-3 text-help">
            <Link href="/reset">新しいパスワードを決めるリンクを、メールで受け取る</Link>ことができます。
          </p>
        )}
        <p className="text-help">
          {mail && 'メールを使えないときは、'}
          施設の管理者に「再設定リンク」を作ってもらい、そのリンクから新しいパスワードを決めます。施設の管理者の方は、システム管理者に頼んでください。
        </p>
      </Disclosure>
      <div className="text-help text-solid-gray-700">
        <p>はじめての方は、施設の管理者から受け取った招待リンクを開いてください。</p>
        <p>
          診療所・薬局・介護施設の方は、<Link href="/self-check">アカウントなしで点検</Link>できます。
        </p>
      </div>
    </>
  );
}
