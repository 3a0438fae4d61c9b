import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Card } from '#web/ui/Card.tsx';
import { Enrolment } from './Enrolment.tsx';
import { enrolledPath, nextPath } from './landing.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { sessionQuery } from './queries.ts';
import { SecondFactorForm } from './SecondFactorForm.tsx';
import { signInSearch } from './sign-in-search.ts';

/** The second factor a session still lacks: setting it up, or its six digits. */
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
  return (
    <NarrowPage title="確認コードを入れてください" sub="認証アプリに今出ている6桁の数字です。">
      <Card>
        <SecondFactorForm submit="確かめる" autoFocus />
      </Card>
    </NarrowPage>
  );
}
