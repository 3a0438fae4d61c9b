import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { notify } from '#web/ui/notify.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { account, type OwnSession, ownSessionsQuery } from './queries.ts';

/** Where the person is signed in, with the way to end each. */
export function SessionList({ hasPassword }: { readonly hasPassword: boolean }) {
  const { data: sessions } = useSuspenseQuery(ownSessionsQuery());
  const { end, endOthers, pending } = useEnding();
  return (
    <Card title="サインイン中の端末" aside={`${sessions.length}台`}>
      <ul>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} pending={pending} onEnd={() => end(session.id)} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-3 border-t border-solid-gray-100 pt-3">
          <Button onPress={endOthers} pending={pending ? 'サインアウトしています' : undefined}>
            この端末のほかをすべてサインアウトする
          </Button>
        </div>
      )}
      <p className="mt-3 text-help text-solid-gray-700">
        {hasPassword
          ? '心当たりのない端末があるときは、サインアウトしてから、パスワードを変えてください。'
          : '心当たりのない端末があるときは、サインアウトしてから、組織の認証基盤の管理者に知らせてください。'}
      </p>
    </Card>
  );
}

function useEnding() {
  const queryClient = useQueryClient();
  const told = (words: string) => ({
    onSuccess: () => notify(words),
    onError: (error: Error) => notify(`サインアウトできませんでした。${refusalWords(error)}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ownSessionsQuery().queryKey }),
  });
  const one = useMutation(account.endSession.mutationOptions(told('その端末をサインアウトしました。')));
  const others = useMutation(account.endOtherSessions.mutationOptions(told('この端末のほかをサインアウトしました。')));
  return {
    end: (sessionId: string) => one.mutate({ sessionId }),
    endOthers: () => others.mutate(undefined),
    pending: one.isPending || others.isPending,
  };
}

type LineProps = { readonly session: OwnSession; readonly pending: boolean; readonly onEnd: () => void };

function SessionLine({ session, pending, onEnd }: LineProps) {
  const name = session.browser || '種類の分からないブラウザ';
  const began = japaneseMoment(new Date(session.beganAt));
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2 font-700">
          {name}
          {session.current && <Tag tone="now">この端末</Tag>}
        </p>
        <p className="flex flex-wrap gap-x-4 text-help text-solid-gray-700">
          <span>{began}から</span>
          <span>最後に使った時 {japaneseMoment(new Date(session.seenAt))}</span>
        </p>
      </div>
      {!session.current && (
        <Button size="small" disabled={pending} onPress={onEnd} label={`${name}（${began}から）をサインアウトする`}>
          サインアウトする
        </Button>
      )}
    </li>
  );
}
