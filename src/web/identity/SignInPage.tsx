import { useRouter, useSearch } from '@tanstack/react-router';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { nextPath } from './landing.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { SignInForm } from './SignInForm.tsx';
import { signInSearch } from './sign-in-search.ts';

export function SignInPage() {
  const router = useRouter();
  const search = signInSearch(useSearch({ strict: false }));
  return (
    <NarrowPage title="サインイン">
      {search.after === 'sign-out' && <Callout tone="done" title="サインアウトしました。" />}
      {search.return && <Callout tone="note" title="サインインすると、続きのページを開きます。" />}
      <Card>
        <SignInForm onSignedIn={(session) => router.navigate({ href: nextPath(session, search.return) })} />
      </Card>
      <div className="phrase text-help text-solid-gray-700">
        <p>はじめての方は、施設の管理者から受け取った招待リンクを開いてください。</p>
        <p>
          診療所・薬局・介護施設の方は、<Link href="/self-check">アカウントなしで点検</Link>できます。
        </p>
      </div>
    </NarrowPage>
  );
}
