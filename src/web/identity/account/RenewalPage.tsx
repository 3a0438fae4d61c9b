import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { notify } from '#web/ui/notify.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { clockHelp, EnrolmentSteps } from '../EnrolmentSteps.tsx';
import { SecondFactorForm } from '../SecondFactorForm.tsx';
import { account } from './queries.ts';

/** Another authenticator in the place of the one in use, which counts until the new one is proved. */
export function RenewalPage() {
  const router = useRouter();
  const begun = useMutation(account.beginRenewal.mutationOptions());
  const finish = () => {
    notify('確認コードを設定し直しました。前の認証アプリのコードは、もう使えません。');
    void router.navigate({ href: '/account' });
  };
  return (
    <>
      <PageHead
        title="確認コードを設定し直す"
        sub="新しいスマートフォンなどの認証アプリに替えます。設定が終わるまで、今の認証アプリのコードが使えます。"
        action={
          <>
            <ButtonLink href="/account">やめる</ButtonLink>
            {!begun.data && (
              <Button
                look="primary"
                onPress={() => begun.mutate(undefined)}
                pending={begun.isPending ? '始めています' : undefined}
              >
                設定し直しを始める
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
              <SecondFactorForm
                submit="設定を終える"
                help={clockHelp}
                confirm={(code) => account.confirmRenewal.call({ code })}
                onConfirmed={finish}
              />
            </EnrolmentSteps>
          </Card>
        )}
      </div>
    </>
  );
}
