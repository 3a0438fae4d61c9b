import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { notify } from '#web/ui/notify.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { clockHelp, EnrolmentSteps } from '../EnrolmentSteps.tsx';
import { identity } from '../queries.ts';
import { SecondFactorForm } from '../SecondFactorForm.tsx';
import { account, accountQuery } from './queries.ts';

const renewal = {
  title: '確認コードを設定し直す',
  sub: '新しいスマートフォンなどの認証アプリに替えます。設定が終わるまで、今の認証アプリのコードが使えます。',
  start: '設定し直しを始める',
  done: '確認コードを設定し直しました。前の認証アプリのコードは、もう使えません。',
  begin: () => account.beginRenewal.call(),
  confirm: (code: string) => account.confirmRenewal.call({ code }),
};

const first = {
  title: '確認コードを設定する',
  sub: 'スマートフォンなどの認証アプリに出る6桁の数字でも、サインインのときに確かめられるようにします。',
  start: '設定を始める',
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
    <>
      <PageHead
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
      />
      <div className="flex max-w-3xl flex-col gap-4">
        <RefusalNote error={begun.error} title="始められませんでした。" />
        {begun.data && (
          <Card>
            <EnrolmentSteps enrolment={begun.data}>
              <SecondFactorForm submit="設定を終える" help={clockHelp} confirm={way.confirm} onConfirmed={finish} />
            </EnrolmentSteps>
          </Card>
        )}
      </div>
    </>
  );
}
