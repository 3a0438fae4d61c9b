import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { refusalWords } from '#web/platform/refusal.ts';
import { wasSignedIn } from '#web/platform/session-hint.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { notify } from '#web/ui/notify.ts';
import { nextPath } from '../landing.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { takeSession } from '../queries.ts';
import { takeProviderAnswer } from './provider-answer.ts';
import { ownSsoQuery, sso } from './queries.ts';
import { takeReturn } from './way.ts';

const done = {
  'sign-in': undefined,
  link: '組織の認証基盤とつなぎました。次から、組織のアカウントでもサインインできます。',
  'step-up': 'ご本人と確かめました。もう一度、操作のボタンを押してください。',
} as const;

function useCompletion(back: string | undefined) {
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation(
    sso.complete.mutationOptions({
      onSuccess: async ({ purpose, session }) => {
        takeSession(queryClient, session);
        await queryClient.invalidateQueries({ queryKey: ownSsoQuery().queryKey });
        await router.navigate({ href: nextPath(session, back), replace: true });
        const words = done[purpose];
        if (words) notify(words);
      },
    }),
  );
}

/** The page the organisation's provider sends the browser back to. */
export function SsoCallbackPage() {
  const [answer] = useState(takeProviderAnswer);
  const [back] = useState(takeReturn);
  const { mutate, error } = useCompletion(back);
  useEffect(() => {
    if (answer) mutate(answer);
  }, [answer, mutate]);
  return (
    <NarrowPage title="組織のアカウントでのサインイン">
      {!answer && (
        <Refused title="手続きをもう一度始めてください" back={back}>
          この画面は、読み直したり、あとから開いたりできません。
        </Refused>
      )}
      {error && (
        <Refused title="続けられませんでした" back={back}>
          {refusalWords(error)}
        </Refused>
      )}
      {answer && !error && <p role="status">組織からの返事を確かめています…</p>}
    </NarrowPage>
  );
}

type RefusedProps = { readonly title: string; readonly children: string; readonly back: string | undefined };

function Refused({ title, children, back }: RefusedProps) {
  const href = wasSignedIn() && back ? back : '/sign-in';
  return (
    <>
      <Callout tone="danger" announce title={title}>
        {children}
      </Callout>
      <div>
        <ButtonLink href={href}>{href === '/sign-in' ? 'サインインのページを開く' : '前のページへ戻る'}</ButtonLink>
      </div>
    </>
  );
}
