import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { passwordAdvice, passwordFault } from '#core/identity/password.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { account } from '../account/queries.ts';
import { linkRefused } from '../link-refused.ts';
import { keepLinkSecret } from '../link-secret.ts';
import { passwordRule } from '../new-person.ts';
import { PasswordField } from '../PasswordField.tsx';
import { dropSession } from '../queries.ts';
import { UsedLink } from './UsedLink.tsx';

type Owner = { readonly name: string; readonly email: string; readonly secondFactor: boolean };
type ResetFormProps = { readonly token: string; readonly owner: Owner };

/** The new password of the person the link was issued for. */
export function ResetForm({ token, owner }: ResetFormProps) {
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<FieldFaults>({});
  const done = useDone();
  const act = useMutation(
    account.resetPassword.mutationOptions({ onSuccess: done, onError: (error) => setFaults(fieldFaults(error)) }),
  );
  const send = () => {
    if (act.isPending) return;
    const weak = passwordFault(password, owner);
    setFaults(weak ? { password: passwordAdvice(weak, owner.secondFactor) } : {});
    if (!weak) act.mutate({ token, password });
  };
  if (linkRefused(act.error)) return <UsedLink />;
  return (
    <Card title={`${owner.name}さんの新しいパスワード`}>
      <Form onSubmit={send} faults={faults}>
        {!faults.password && <RefusalNote error={act.error} title="再設定できませんでした" />}
        <p className="text-help">
          サインインするときのメールアドレス
          <span className="block font-700 break-all">{owner.email}</span>
        </p>
        <PasswordField
          label="新しいパスワード"
          autoComplete="new-password"
          help={passwordRule(owner.secondFactor)}
          value={password}
          onChange={setPassword}
          error={faults.password}
        />
        <p className="text-help text-solid-gray-700">
          決めると、サインイン中の端末はすべてサインアウトし、作ったアクセスキーは使えなくなります。
          {owner.secondFactor && 'このあとのサインインでは、いつもの確認コードかパスキーも使います。'}
        </p>
        <Button type="submit" look="primary" size="large" wide pending={act.isPending ? '決めています' : undefined}>
          このパスワードにする
        </Button>
      </Form>
    </Card>
  );
}

/** On to signing in; whoever was signed in here may be signed in no more. */
function useDone() {
  const router = useRouter();
  const queryClient = useQueryClient();
  return async () => {
    keepLinkSecret(undefined);
    dropSession(queryClient);
    await router.navigate({ href: '/sign-in?after=reset' });
  };
}
