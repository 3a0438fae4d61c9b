import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { Page } from '#web/ui/Page.tsx';
import { clockHelp, EnrolmentSteps } from '../EnrolmentSteps.tsx';
import { identity } from '../queries.ts';
import { SecondFactorForm } from '../SecondFactorForm.tsx';
import { account, accountQuery } from './queries.ts';

const renewal = {
  title: '確認コードを設定し直す',
  sub: '新しいスマートフォンなどの認証アプリに替えます。設定が終わるまで、今の認証アプリのコードが使えます。',
  start: '設定し直しを始める',
  before: [
    '新しいスマートフォンなど、これから使う機器を手元に用意します。',
    'ご本人かを、今の認証アプリの確認コードか復旧コードで確かめます。',
    '設定が終わると、前の認証アプリのコードは使えなくなります。',
  ],
  done: '確認コードを設定し直しました。前の認証アプリのコードは、もう使えません。',
  begin: () => account.beginRenewal.call(),
  confirm: (code: string) => account.confirmRenewal.call({ code }),
};

const first = {
  title: '確認コードを設定する',
  sub: 'スマートフォンなどの認証アプリに出る6桁の数字でも、サインインのときに確かめられるようにします。',
  start: '設定を始める',
  before: [
    '認証アプリ（Google Authenticator、Microsoft Authenticatorなど）を使うスマートフォンかPCを、手元に用意します。',
    '画面のQRコードをアプリで読み取り、アプリに出た6桁の数字を入力します。',
    '設定が終わると、ほかの端末はサインアウトします。',
  ],
  done: '確認コードを設定しました。ほかの端末はサインアウトしました。',
  begin: () => identity.enrolSecondFactor.call(),
  confirm: (code: string) => identity.confirmSecondFactor.call({ code }),
};

/** An authenticator for who has none yet, or another in the place of the one in use, which counts until the new one is proved. */
export function RenewalPage() {
  const router = useRouter();
  const { data } = useSuspenseQuery(accountQuery());
  const [way] = useState(data.secondFactors.includes('authenticator') ? renewal : first);
  const begun = useMutation({ mutationFn: way.begin });
  const finish = () => {
    notify(way.done);
    void router.navigate({ href: '/account' });
  };
  return (
    <Page
      where={<Link href="/account">自分のアカウント</Link>}
      title={way.title}
      sub={way.sub}
      action={
        <>
          <ButtonLink href="/account">やめる</ButtonLink>
          {!begun.data && (
            <Button
              look="primary"
              onPress={() => begun.mutate()}
              pending={begun.isPending ? '始めています' : undefined}
            >
              {way.start}
            </Button>
          )}
        </>
      }
    >
      <RefusalNote error={begun.error} title="始められませんでした" />
      {begun.data ? (
        <Card>
          <EnrolmentSteps enrolment={begun.data}>
            <SecondFactorForm submit="設定を終える" help={clockHelp} confirm={way.confirm} onConfirmed={finish} />
          </EnrolmentSteps>
        </Card>
      ) : (
        <Card title="始める前に">
          <ul className="list-disc pl-6 text-help">
            {way.before.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
