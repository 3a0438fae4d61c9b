import { useEffect } from 'react';
import type { Account } from '#core/identity/account-contract.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { handOver } from '#web/platform/hand-over.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { Page } from '#web/ui/Page.tsx';
import { focusPageTitle } from '#web/ui/PageTitle.tsx';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';

type RecoverySheetProps = {
  readonly codes: readonly string[];
  readonly owner: Account;
  /** Where this leads on. */
  readonly back: string;
};

function sheetText(codes: readonly string[], { name }: Account): string {
  const head = `まもりの復旧コード（${name}、${japaneseDate(new Date())}）`;
  return [head, '1つのコードは1回だけ使えます。', '', ...codes, ''].join('\r\n');
}

/** The codes just made: to print, copy or keep as a file. They cannot be shown again. */
export function RecoverySheet({ codes, owner, back }: RecoverySheetProps) {
  const text = sheetText(codes, owner);
  useEffect(focusPageTitle, []);
  return (
    <Page
      title="復旧コードを控えてください"
      sub={`${owner.name}さんの復旧コード（${japaneseDate(new Date())}）`}
      action={
        <>
          <ButtonLink href={back}>控えたので進む</ButtonLink>
          <Button look="primary" icon="print" onPress={() => window.print()}>
            コードを印刷する
          </Button>
        </>
      }
    >
      <PrintFoot words={`まもり　復旧コード　${japaneseDate(new Date())}`} />
      <div className="print:hidden">
        <Callout tone="attention" announce title="コードを見られるのは、今だけです">
          このページを離れると、もう一度は出せません。なくしたときは、新しく作り直せます。
        </Callout>
      </div>
      <Card>
        <ol
          aria-label="復旧コード"
          className="grid list-decimal gap-x-10 gap-y-2 pl-8 sm:grid-cols-2 print:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code} className="font-mono sm:text-section">
              {code}
            </li>
          ))}
        </ol>
        <p className="mt-4 text-help">
          認証アプリやパスキーの端末が手元にないときに、パスワードに加えて入力します。1つのコードは1回だけ使えます。使ったものには線を引いてください。
        </p>
      </Card>
      <div className="flex flex-wrap gap-3 print:hidden">
        <CopyButton text={text}>コードを写す</CopyButton>
        <Button size="small" icon="download" onPress={() => handOver(new Blob([text]), 'まもり復旧コード.txt')}>
          コードをファイルに保存する
        </Button>
      </div>
    </Page>
  );
}
