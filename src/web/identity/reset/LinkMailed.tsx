import { useEffect } from 'react';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Page } from '#web/ui/Page.tsx';
import { focusPageTitle } from '#web/ui/PageTitle.tsx';

/** The reset link went to the registered address and nowhere else. */
export function LinkMailed({ name, back }: { readonly name: string; readonly back: string }) {
  useEffect(focusPageTitle, []);
  return (
    <Page title={`${name}さんの再設定リンク`} action={<ButtonLink href={back}>終わる</ButtonLink>}>
      <Callout tone="done" announce title="本人が登録したメールアドレスに送ります">
        この人は2つ目の確認（確認コードやパスキー）を設定していないため、リンクがあればだれでも入れてしまいます。そのため、ここにはリンクを出しません。24時間のあいだ、1回だけ使えます。届かないときは、メールアドレスが正しいかを本人に確かめてください。
      </Callout>
    </Page>
  );
}
