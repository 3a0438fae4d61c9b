import { useSuspenseQuery } from '@tanstack/react-query';
import { Card } from '#web/ui/Card.tsx';
import { clockHelp, EnrolmentSteps } from './EnrolmentSteps.tsx';
import { NarrowPage } from './NarrowPage.tsx';
import { PasskeyOffer } from './passkey/PasskeyOffer.tsx';
import { identity } from './queries.ts';
import { SecondFactorForm } from './SecondFactorForm.tsx';

/** Setting up the authenticator: get an app, give it the secret, prove it with a code. */
export function Enrolment() {
  const { data } = useSuspenseQuery({
    queryKey: ['second-factor-enrolment'],
    queryFn: () => identity.enrolSecondFactor.call(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return (
    <NarrowPage
      wide
      title="確認コードを設定する"
      sub="パスワードが知られても、あなたの認証アプリがなければサインインできないようにします。1回だけの設定です。"
    >
      <PasskeyOffer />
      <Card>
        <EnrolmentSteps enrolment={data}>
          <SecondFactorForm submit="設定を終える" help={clockHelp} />
        </EnrolmentSteps>
      </Card>
    </NarrowPage>
  );
}
