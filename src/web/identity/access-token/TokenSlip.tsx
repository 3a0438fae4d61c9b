import { useEffect } from 'react';
import { scopeTitle } from '#core/identity/access-token.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { Day } from '#web/ui/Day.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { focusPageTitle } from '#web/ui/PageTitle.tsx';

export type IssuedToken = {
  readonly name: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly scopes: readonly string[];
};

type TokenSlipProps = { readonly issued: IssuedToken; readonly onDone: () => void };

/** The key just made, to copy; it cannot be shown again. */
export function TokenSlip({ issued: { name, token, expiresAt, scopes }, onDone }: TokenSlipProps) {
  useEffect(focusPageTitle, []);
  return (
    <Page title={`「${name}」のアクセスキー`} action={<Button onPress={onDone}>アクセスキーの一覧に戻る</Button>}>
      <Callout tone="attention" announce title="キーを見られるのは、今だけです">
        写して、プログラムの設定に貼り付けてから、このページを離れてください。なくしたときは、取り消して作り直せます。
      </Callout>
      <Card>
        <div className="flex flex-col gap-3">
          <p className="rounded-8 bg-solid-gray-50 px-3 py-2 font-mono text-help break-all">{token}</p>
          <CopyButton text={token}>キーを写す</CopyButton>
          <p className="text-help">
            期限：
            <Day at={new Date(expiresAt)} />
          </p>
          <p className="text-help">許した操作：{scopes.map(scopeTitle).join('、')}</p>
          <p className="text-help">
            このキーを持つ人は、あなたとして操作できます。メールや共有の場所に書かないでください。
          </p>
          <p className="text-help">
            使い方は <Link href="/api-docs">プログラムからの使い方</Link> にあります。
          </p>
        </div>
      </Card>
    </Page>
  );
}
