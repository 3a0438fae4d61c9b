import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { signInSearch } from '../sign-in-search.ts';
import { account, accountQuery } from './queries.ts';
import { RecoverySheet } from './RecoverySheet.tsx';

/** Making recovery codes: what they are for, then the ten of them, which are shown this once. */
export function RecoveryCodesPage() {
  const queryClient = useQueryClient();
  const { data } = useSuspenseQuery(accountQuery());
  const { return: back = '/account' } = signInSearch(useSearch({ strict: false }));
  const act = useMutation(
    account.makeRecoveryCodes.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: accountQuery().queryKey }),
    }),
  );
  if (act.data) return <RecoverySheet codes={act.data.codes} owner={data} back={back} />;
  return (
    <Page
      where={<Link href="/account">自分のアカウント</Link>}
      title="復旧コードを作る"
      sub="スマートフォンやパスキーの端末をなくしたときや壊れたときにも、パスワードに加えて入力するとサインインできる、10個のコードです。"
      action={
        <>
          <ButtonLink href={back}>あとで作る</ButtonLink>
          <Button
            look="primary"
            onPress={() => act.mutate(undefined)}
            pending={act.isPending ? '作っています' : undefined}
          >
            復旧コードを作る
          </Button>
        </>
      }
    >
      <RefusalNote error={act.error} title="作れませんでした" />
      {data.recoveryCodesLeft > 0 && (
        <Callout tone="attention" title={`前に作ったコードが、${data.recoveryCodesLeft}個残っています`}>
          新しく作ると、前のものはすべて使えなくなります。
        </Callout>
      )}
      <Card title="しまい方">
        <ul className="list-disc pl-6 text-help">
          <li>画面に出るのは1回だけです。紙に印刷するか、書き写してください。</li>
          <li>認証アプリやパスキーの入った端末とは、別の所に置きます（鍵のかかる引き出しなど）。</li>
          <li>1つのコードは1回だけ使えます。</li>
        </ul>
      </Card>
    </Page>
  );
}
