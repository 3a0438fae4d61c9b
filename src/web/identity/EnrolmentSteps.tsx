import type { ReactNode } from 'react';
import { SecretText } from './SecretText.tsx';

export const clockHelp = '合わないときは、スマートフォンの時計が正しいか確かめてください。';

type EnrolmentStepsProps = {
  readonly enrolment: { readonly secret: string; readonly qrCode: string };
  /** Takes the first code. */
  readonly children: ReactNode;
};

/** Three steps to an authenticator: get an app, give it the secret, prove it with a code. */
export function EnrolmentSteps({ enrolment, children }: EnrolmentStepsProps) {
  return (
    <ol className="flex flex-col gap-6">
      <Step number={1} title="認証アプリを用意する">
        <p className="text-help text-solid-gray-700">
          スマートフォンに Google Authenticator、Microsoft Authenticator
          などを入れます。持ち込めない職場では、PC用の認証ソフトも使えます。
        </p>
      </Step>
      <Step number={2} title="アプリでQRコードを読み取る">
        <div className="mt-3 grid items-start gap-5 sm:grid-cols-[12rem_1fr]">
          <img
            src={enrolment.qrCode}
            alt="認証アプリに読み取らせるQRコード。読み取れないときは、となりの文字を入力します。"
            width="192"
            height="192"
            className="rounded-8 border border-solid-gray-100"
          />
          <SecretText secret={enrolment.secret} />
        </div>
      </Step>
      <Step number={3} title="アプリに出た数字を入力する">
        <div className="mt-3 max-w-sm">{children}</div>
      </Step>
    </ol>
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
