import { useState } from 'react';
import type { Account } from '#core/identity/account-contract.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { passwordRule } from '../new-person.ts';
import { PasswordField } from '../PasswordField.tsx';
import { useChangePassword } from './use-change-password.ts';

/** Another password, folded away until it is wanted. */
export function ChangePassword({ account }: { readonly account: Account }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="パスワード">
      {open ? (
        <ChangePasswordForm account={account} onClose={() => setOpen(false)} />
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 flex-1 basis-64 text-help">変えると、この端末のほかはすべてサインアウトします。</p>
          <Button onPress={() => setOpen(true)}>パスワードを変える</Button>
        </div>
      )}
    </Card>
  );
}

type FormProps = { readonly account: Account; readonly onClose: () => void };

function ChangePasswordForm({ account, onClose }: FormProps) {
  const { typed, faults, error, pending, type, send } = useChangePassword(account, onClose);
  const told = Object.keys(faults).length > 0;
  return (
    <Form onSubmit={send} faults={faults}>
      {!told && <RefusalNote error={error} title="パスワードを変えられませんでした" />}
      <input type="hidden" name="username" autoComplete="username" value={account.email} />
      <PasswordField
        label="今のパスワード"
        name="current"
        autoComplete="current-password"
        value={typed.current}
        onChange={(current) => type({ current })}
        error={faults.current}
      />
      <PasswordField
        label="新しいパスワード"
        autoComplete="new-password"
        help={passwordRule(account.secondFactors.length > 0)}
        value={typed.password}
        onChange={(password) => type({ password })}
        error={faults.password}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" pending={pending ? '変えています' : undefined}>
          パスワードを変える
        </Button>
        <Button onPress={onClose}>やめる</Button>
      </div>
    </Form>
  );
}
