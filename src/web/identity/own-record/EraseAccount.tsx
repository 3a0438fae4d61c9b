import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { confirmsErasure } from '#core/identity/own-record/erasure.ts';
import { endLive } from '#web/platform/live/live-line.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, refusalCode } from '#web/platform/refusal.ts';
import { rememberSignedIn } from '#web/platform/session-hint.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { accountQuery } from '../account/queries.ts';
import { dropSession } from '../queries.ts';
import { LastAdministrator } from './LastAdministrator.tsx';
import { ownRecord } from './queries.ts';

/** Ends the account for good: what goes, what stays, and the own address typed before anything happens. */
export function EraseAccount() {
  const { data: account } = useSuspenseQuery(accountQuery());
  const { email, erase, faults, error, pending, type } = useErasure(account.email);
  const last = refusalCode(error) === 'identity/last-administrator-of';
  return (
    <Card title="アカウントを消す">
      <ul className="list-disc pl-6 text-help">
        <li>氏名とメールアドレスが、まもりのどこからもなくなります。すべての端末がサインアウトします。</li>
        <li>パスキー、確認コード、アクセスキー、受けた招待の氏名も消えます。すべての施設と組織から外れます。</li>
        <li>あなたが答えた設問と証跡は、施設のものとして残ります。答えた人は「削除された人」と出ます。</li>
        <li>元には戻せません。もう一度使うには、新しい招待が要ります。</li>
      </ul>
      <div className="mt-5">
        <Form onSubmit={erase} faults={faults}>
          <TextField
            label="メールアドレス"
            help={`確かめるため、あなたのメールアドレス（${account.email}）を入力してください。`}
            type="email"
            autoComplete="off"
            value={email}
            onChange={type}
            required
            {...(faults.email && { error: faults.email })}
          />
          {last ? <LastAdministrator error={error} /> : <RefusalNote error={error} title="消せませんでした" />}
          <div>
            <Button look="danger" type="submit" pending={pending ? '消しています' : undefined}>
              アカウントを消す
            </Button>
          </div>
        </Form>
      </div>
    </Card>
  );
}

function useErasure(own: string) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    ownRecord.erase.mutationOptions({
      onSuccess: async () => {
        endLive();
        rememberSignedIn(false);
        await router.navigate({ href: '/sign-in?after=erasure' });
        dropSession(queryClient);
      },
    }),
  );
  const erase = () => {
    const confirmed = confirmsErasure(email, own);
    setFaults(confirmed ? {} : { email: '上に出ているメールアドレスを、そのまま入力してください。' });
    if (confirmed && !act.isPending) act.mutate({ email });
  };
  return { email, type: setEmail, faults, erase, error: act.error, pending: act.isPending };
}
