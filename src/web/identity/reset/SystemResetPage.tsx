import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { Page } from '#web/ui/Page.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { account } from '../account/queries.ts';
import { LinkMailed } from './LinkMailed.tsx';
import { MailToo } from './MailToo.tsx';
import { ResetSlip } from './ResetSlip.tsx';

/** The system administrator lets a facility administrator, or somebody of several facilities, choose a new password. */
export function SystemResetPage() {
  const [email, setEmail] = useState('');
  const [mail, setMail] = useState(false);
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    account.issueAdministratorResetLink.mutationOptions({ onError: (error) => setFaults(fieldFaults(error)) }),
  );
  const send = () => {
    if (act.isPending) return;
    const missing: FieldFaults = email.trim() === '' ? { email: 'メールアドレスを入力してください。' } : {};
    setFaults(missing);
    if (!missing.email) act.mutate({ email, mail });
  };
  if (act.data) return <Issued link={act.data} mailed={mail} />;
  return (
    <Page
      title="パスワードの再設定"
      sub="施設の管理者と、いくつもの施設に加わる人に渡す再設定リンクを作ります。そのほかの人は、その施設の管理者が作ります。"
    >
      <Card>
        <Form onSubmit={send} faults={faults}>
          {!faults.email && <RefusalNote error={act.error} title="リンクを作れませんでした" />}
          <TextField
            label="その人のメールアドレス"
            name="email"
            type="email"
            inputMode="email"
            autoComplete="off"
            help="サインインに使っているものです。頼んできた人が本人か、先に確かめてください。"
            value={email}
            onChange={setEmail}
            error={faults.email}
          />
          <MailToo checked={mail} onChange={setMail} />
          <div>
            <Button type="submit" look="primary" pending={act.isPending ? '作っています' : undefined}>
              再設定リンクを作る
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}

type IssuedProps = {
  readonly link: Awaited<ReturnType<typeof account.issueAdministratorResetLink.call>>;
  readonly mailed: boolean;
};

function Issued({ link: { path, ...link }, mailed }: IssuedProps) {
  if (path === null) return <LinkMailed name={link.name} back="/admin" />;
  return <ResetSlip link={{ ...link, path }} back="/admin" mailed={mailed} />;
}
