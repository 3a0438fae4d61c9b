import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Session } from '#core/identity/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Enrolment } from './Enrolment.tsx';
import { enrolledPath, nextPath } from './landing.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { PasskeySignIn } from './passkey/PasskeySignIn.tsx';
import { sessionQuery } from './queries.ts';
import { RecoveryForm } from './RecoveryForm.tsx';
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

/** Asks for what the person has: a passkey, the six digits, or either; a recovery code in their place. */
function SecondFactorProof({ proofs }: { readonly proofs: Session['proofs'] }) {
  const [recovers, setRecovers] = useState(false);
  const code = proofs.includes('code');
  const words = recovers ? recovery : code ? byCode : byPasskey;
  return (
    <NarrowPage title={words.title} sub={words.sub}>
      <Card>
        <div className="flex flex-col items-stretch gap-4">
          {recovers && <RecoveryForm />}
          {!recovers && code && <SecondFactorForm submit="確かめてサインインする" autoFocus />}
          {!recovers && proofs.includes('passkey') && (
            <PasskeySignIn look={code ? 'secondary' : 'primary'}>
              {code ? '代わりにパスキーを使う' : 'パスキーを使う'}
            </PasskeySignIn>
          )}
          <div className="-ml-3">
            <Button look="quiet" size="small" onPress={() => setRecovers(!recovers)}>
              {recovers ? 'ほかの方法で確かめる' : words.away}
            </Button>
          </div>
        </div>
      </Card>
    </NarrowPage>
  );
}

const recovery = {
  title: '復旧コードを入れてください',
  sub: '認証アプリやパスキーの代わりに、1回だけ使えます。',
  away: '',
};
const byCode = {
  title: '確認コードを入れてください',
  sub: 'サインインを終えるために、認証アプリを開いてください。',
  away: '認証アプリが手元にないとき',
};
const byPasskey = {
  title: 'パスキーで確かめてください',
  sub: '登録した端末か鍵で、本人かどうかを確かめます。',
  away: 'パスキーが使えないとき',
};
