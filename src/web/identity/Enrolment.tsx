import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from '#web/ui/Card.tsx';
import { NarrowPage } from './NarrowPage.tsx';
import { identity } from './queries.ts';
import { SecondFactorForm } from './SecondFactorForm.tsx';
import { SecretText } from './SecretText.tsx';

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
      <Card>
        <ol className="flex flex-col gap-6">
          <Step number={1} title="認証アプリを用意する">
            <p className="phrase text-help text-solid-gray-700">
              スマートフォンに Google Authenticator、Microsoft Authenticator
              などを入れます。持ち込めない職場では、PC用の認証ソフトも使えます。
            </p>
          </Step>
          <Step number={2} title="アプリでQRコードを読み取る">
            <div className="mt-3 grid items-start gap-5 sm:grid-cols-[12rem_1fr]">
              <img
                src={data.qrCode}
                alt="認証アプリに読み取らせるQRコード。読み取れないときは、となりの文字を入力します。"
                width="192"
                height="192"
                className="rounded-8 border border-solid-gray-100"
              />
              <SecretText secret={data.secret} />
            </div>
          </Step>
          <Step number={3} title="アプリに出た数字を入れる">
            <div className="mt-3 max-w-sm">
              <SecondFactorForm
                submit="設定を終える"
                help="合わないときは、スマートフォンの時計が正しいか確かめてください。"
              />
            </div>
          </Step>
        </ol>
      </Card>
    </NarrowPage>
  );
}

type StepProps = { readonly number: number; readonly title: string; readonly children: ReactNode };

function Step({ number, title, children }: StepProps) {
  return (
    <li className="flex gap-4">
      <span aria-hidden="true" className="w-6 shrink-0 text-figure leading-120 tabular-nums text-blue-900">
        {number}
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="text-section">{title}</h2>
        {children}
      </div>
    </li>
  );
}
