import { useEffect } from 'react';
import { japaneseDate, japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { Page } from '#web/ui/Page.tsx';
import { focusPageTitle } from '#web/ui/PageTitle.tsx';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';
import { QrCode } from '../QrCode.tsx';

export type ResetLink = { readonly path: string; readonly expiresAt: string; readonly name: string };

type ResetSlipProps = {
  readonly link: ResetLink;
  /** The page this began from. */
  readonly back: string;
  /** It goes to the registered address too. */
  readonly mailed: boolean;
};

/** The reset link just issued: to copy, or to hand over on paper. It cannot be shown again. */
export function ResetSlip({ link, back, mailed }: ResetSlipProps) {
  const address = location.origin + link.path;
  useEffect(focusPageTitle, []);
  return (
    <Page
      title={`${link.name}さんの再設定リンク`}
      action={
        <>
          <ButtonLink href={back}>終わる</ButtonLink>
          <Button look="primary" icon="print" onPress={() => window.print()}>
            渡す紙を印刷する
          </Button>
        </>
      }
    >
      <PrintFoot words={`まもり　パスワードの再設定リンク　${japaneseDate(new Date())}`} />
      <div className="flex flex-col gap-3 print:hidden">
        {mailed && <Callout tone="note" title="本人が登録したメールアドレスにも送ります" />}
        <Callout tone="attention" announce title="リンクを出せるのは、今だけです">
          本人に直接渡してください。電話やメールだけで頼まれたときは、渡す前に本人か確かめます。
        </Callout>
      </div>
      <Card>
        <div className="grid items-start gap-5 sm:grid-cols-[9rem_1fr] print:grid-cols-[9rem_1fr]">
          <QrCode text={address} label="再設定リンクのQRコード" />
          <div className="flex min-w-0 flex-col gap-3">
            <p className="rounded-8 bg-solid-gray-50 px-3 py-2 font-mono text-help break-all">{address}</p>
            <div className="print:hidden">
              <CopyButton text={address}>リンクを写す</CopyButton>
            </div>
            <p className="text-help">期限 {japaneseMoment(new Date(link.expiresAt))}・1回だけ使えます</p>
          </div>
        </div>
        <h2 className="mt-6 mb-2 text-section">受け取った方へ</h2>
        <ol className="list-decimal pl-6 text-help">
          <li>QRコードを読み取るか、上の文字をブラウザに入れて、リンクを開きます。</li>
          <li>新しいパスワードを決めて、サインインします。確認コードは、これまでのものを使います。</li>
          <li>頼んだ覚えがないときは、開かずに、渡した人に確かめてください。</li>
        </ol>
      </Card>
    </Page>
  );
}
