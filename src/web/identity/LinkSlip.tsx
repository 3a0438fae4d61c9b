import { type ReactNode, useEffect } from 'react';
import { type InvitedRole, needsSecondFactor } from '#core/identity/role.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { Day } from '#web/ui/Day.tsx';
import { Page } from '#web/ui/Page.tsx';
import { focusPageTitle } from '#web/ui/PageTitle.tsx';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';
import { QrCode } from './QrCode.tsx';
import { RoleList } from './RoleList.tsx';

export type IssuedLink = {
  readonly path: string;
  readonly expiresAt: string;
  readonly name: string;
  readonly roles: readonly InvitedRole[];
  /** Where the link goes by mail too. */
  readonly email?: string;
};

type LinkSlipProps = {
  readonly issued: IssuedLink;
  readonly facilityName: string;
  /** Where it belongs. */
  readonly where: ReactNode;
  /** The page this began from. */
  readonly back: string;
  readonly another?: ReactNode;
};

/** The link just issued: to copy, or to hand over on paper. It cannot be shown again. */
export function LinkSlip({ issued, facilityName, where, back, another }: LinkSlipProps) {
  const link = location.origin + issued.path;
  useEffect(focusPageTitle, []);
  return (
    <Page
      where={where}
      title={`${issued.name}さんへの招待リンク`}
      sub={facilityName}
      action={
        <>
          <ButtonLink href={back}>招待を終える</ButtonLink>
          {another}
          <Button look="primary" icon="print" onPress={() => window.print()}>
            渡す紙を印刷する
          </Button>
        </>
      }
    >
      <PrintFoot words={`${facilityName}　${japaneseDate(new Date())}　招待リンク`} />
      <div className="flex flex-col gap-3 print:hidden">
        <Callout tone="attention" announce title="リンクを出せるのは、今だけです">
          写すか印刷してから、このページを離れてください。なくしたときは、取り消して作り直せます。
        </Callout>
        {issued.email && (
          <Callout tone="note" title="メールでも送ります">
            <span className="break-all">{issued.email}</span>{' '}
            に送ります。送れたかどうかは「職員と役割」の招待中の欄に出ます。
          </Callout>
        )}
        {location.hostname === 'localhost' && <OnlyHere />}
      </div>
      <Card>
        <Slip issued={issued} link={link} />
      </Card>
    </Page>
  );
}

function OnlyHere() {
  return (
    <Callout tone="note" title="今は、この機器のブラウザでしか開けません">
      まもりがこの機器の中だけで動いているためです。ほかの人の機器から使えるようにするには、まもりを動かしている担当者に公開の設定を頼んでください。
    </Callout>
  );
}

type SlipProps = { readonly issued: IssuedLink; readonly link: string };

function Slip({ issued, link }: SlipProps) {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid items-start gap-5 sm:grid-cols-[9rem_1fr] print:grid-cols-[9rem_1fr]">
        <QrCode text={link} label="招待リンクのQRコード" />
        <div className="flex min-w-0 flex-col gap-3">
          <p className="rounded-8 bg-solid-gray-50 px-3 py-2 font-mono text-help break-all">{link}</p>
          <div className="print:hidden">
            <CopyButton text={link}>リンクを写す</CopyButton>
          </div>
          <p className="text-help">
            期限：
            <Day at={new Date(issued.expiresAt)} />
            ・1回だけ使えます
          </p>
        </div>
      </div>
      <section>
        <h2 className="mb-2 text-section">受け取った方へ</h2>
        <ol className="list-decimal pl-6 text-help">
          <li>QRコードを読み取るか、上の文字をブラウザに入れて、リンクを開きます。</li>
          <li>氏名、メールアドレス、パスワードを決めます。</li>
          {needsSecondFactor(issued.roles) && <li>パスキーか、認証アプリの確認コードを設定します（案内が出ます）。</li>}
        </ol>
        <p className="mt-2 text-help">
          あなただけのリンクです。ほかの人に渡したり、写真を撮って送ったりしないでください。
        </p>
      </section>
      <section>
        <h2 className="mb-2 text-section">あなたの役割</h2>
        <RoleList roles={issued.roles} />
      </section>
    </div>
  );
}
