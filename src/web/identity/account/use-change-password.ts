import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '#core/identity/account-contract.ts';
import { passwordAdvice, passwordFault } from '#core/identity/password.ts';
import { type FieldFaults, fieldFaults, refusalCode } from '#web/platform/refusal.ts';
import { notify } from '#web/ui/notify.ts';
import { takeSession } from '../queries.ts';
import { account as calls, ownSessionsQuery } from './queries.ts';

type Passwords = { readonly current: string; readonly password: string };

function faultsIn({ current, password }: Passwords, account: Account): FieldFaults {
  const secondFactor = account.secondFactors.length > 0;
  const weak = passwordFault(password, { ...account, secondFactor });
  return {
    ...(current === '' && { current: '今のパスワードを入力してください。' }),
    ...(weak && { password: passwordAdvice(weak, secondFactor) }),
  };
}

/** Changes the password; what was typed stays until it is done. */
export function useChangePassword(account: Account, onDone: () => void) {
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<Passwords>({ current: '', password: '' });
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    calls.changePassword.mutationOptions({
      onSuccess: (session) => {
        takeSession(queryClient, session);
        void queryClient.invalidateQueries({ queryKey: ownSessionsQuery().queryKey });
        notify('パスワードを変えました。ほかの端末はサインアウトしました。');
        onDone();
      },
      onError: (error) => {
        const wrong = refusalCode(error) === 'identity/password-wrong';
        setFaults(wrong ? { current: error.message } : fieldFaults(error));
      },
    }),
  );
  const send = () => {
    if (act.isPending) return;
    const found = faultsIn(typed, account);
    setFaults(found);
    if (Object.keys(found).length === 0) act.mutate(typed);
  };
  const type = (part: Partial<Passwords>) => setTyped((now) => ({ ...now, ...part }));
  return { typed, faults, error: act.error, pending: act.isPending, type, send };
}
