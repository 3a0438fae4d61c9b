import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Session } from '#core/identity/contract.ts';
import { Card } from '#web/ui/Card.tsx';
import { Enrolment } from './Enrolment.tsx';
import { enrolledPath, nextPath } from './landing.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { PasskeySignIn } from './passkey/PasskeySignIn.tsx';
import { sessionQuery } from './queries.ts';
import { SecondFactorForm } from './SecondFactorForm.tsx';
import { signInSearch } from './sign-in-search.ts';

/** The second factor a session still lacks: setting it up, or proving it. */
export function SecondFactorPage() {
  const router = useRouter();
  const search = signInSearch(useSearch({ strict: false }));
  const { data: session } = useSuspenseQuery(sessionQuery());
  const { pending } = session;
  const first = useRef(pending);
  useEffect(() => {
    if (pending !== 'none') return;
    const path = first.current === 'enrol-second-factor' ? enrolledPath : nextPath;
    void router.navigate({ href: path(session, search.return), replace: true });
  }, [pending, router, session, search.return]);
  if (pending === 'none') return null;
  if (pending === 'enrol-second-factor') return <Enrolment />;
  return <SecondFactorProof proofs={session.proofs} />;
}

/** Asks for what the person has: a passkey, the six digits, or either. */
function SecondFactorProof({ proofs }: { readonly proofs: Session['proofs'] }) {
  if (!proofs.includes('code')) {
    return (
      <NarrowPage
        title="パスキーで確かめてください"
        sub="パスワードに加えて、登録した端末か鍵で本人かどうかを確かめます。"
      >
        <Card>
          <PasskeySignIn look="primary">パスキーを使う</PasskeySignIn>
        </Card>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title="確認コードを入れてください" sub="認証アプリに今出ている6桁の数字です。">
      <Card>
        <div className="flex flex-col gap-4">
          <SecondFactorForm submit="確かめる" autoFocus />
          {proofs.includes('passkey') && <PasskeySignIn>代わりにパスキーを使う</PasskeySignIn>}
        </div>
      </Card>
    </NarrowPage>
  );
}
