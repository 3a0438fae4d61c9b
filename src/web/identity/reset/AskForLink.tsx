import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { account } from '../account/queries.ts';

/** Who forgot the password asks for a link by mail. What follows is the same whether the address is known or not. */
export function AskForLink() {
  const [email, setEmail] = useState('');
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(account.requestReset.mutationOptions({ onError: (error) => setFaults(fieldFaults(error)) }));
  const send = () => {
    if (act.isPending) return;
    const missing: FieldFaults = email.trim() === '' ? { email: 'メールアドレスを入力してください。' } : {};
    setFaults(missing);
    if (!missing.email) act.mutate({ email });
  };
  if (act.isSuccess) return <Asked email={act.variables.email} />;
  return (
    <Card title="パスワードを忘れたとき">
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={act.error} title="受け付けられませんでした" fields={['email']} />
        <p className="text-help">
          登録したメールアドレスに、新しいパスワードを決めるリンクを送ります。リンクは1回だけ、1時間使えます。
        </p>
        <TextField
          label="メールアドレス"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={faults.email}
        />
        <Button type="submit" look="primary" size="large" wide pending={act.isPending ? '送っています' : undefined}>
          再設定リンクを送る
        </Button>
      </Form>
    </Card>
  );
}

function Asked({ email }: { readonly email: string }) {
  return (
    <>
      <Callout tone="done" announce title="受け付けました">
        <span className="break-all">{email.trim()}</span> が登録されていれば、数分のうちにメールが届きます。
      </Callout>
      <Card title="届かないとき">
        <ul className="list-disc pl-6 text-help">
          <li>迷惑メールに入っていないか、アドレスが合っているかを確かめてください。</li>
          <li>続けて頼めるのは、1時間に3回までです。</li>
          <li>それでも届かないときは、施設の管理者に「再設定リンク」を作ってもらってください。</li>
        </ul>
      </Card>
      <div>
        <ButtonLink href="/sign-in">サインインへ戻る</ButtonLink>
      </div>
    </>
  );
}
