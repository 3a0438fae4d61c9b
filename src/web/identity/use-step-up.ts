import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldFaults, fieldFaults, refusalCode } from '#web/platform/refusal.ts';
import { notify } from '#web/ui/notify.ts';
import { account, accountQuery } from './account/queries.ts';
import { codeMissing, wrongWords } from './code-words.ts';

type Typed = { readonly code: string; readonly password: string; readonly recovers: boolean };

/** One proof to be there still, by code or password; says how many recovery codes are left after one was used. */
export function useStepUp(by: 'code' | 'password', recovers: boolean, onProved: () => void) {
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<Typed>({ code: '', password: '', recovers });
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    account.stepUp.mutationOptions({
      onSuccess: ({ recoveryCodesLeft }) => {
        if (typed.recovers) notify(`復旧コードを1つ使いました。残り${recoveryCodesLeft}個です。`);
        void queryClient.invalidateQueries({ queryKey: accountQuery().queryKey });
        onProved();
      },
      onError: (error) => {
        setFaults(faultsOf(error, typed));
        if (refusalCode(error) === 'identity/code-wrong') setTyped({ ...typed, code: '' });
      },
    }),
  );
  const send = () => {
    if (act.isPending) return;
    const missing = by === 'code' ? codeMissing(typed.code, typed.recovers) : passwordMissing(typed.password);
    setFaults(missing);
    if (Object.keys(missing).length > 0) return;
    act.mutate(by === 'code' ? { code: typed.code } : { password: typed.password });
  };
  const type = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }));
  return { typed, faults, error: act.error, pending: act.isPending, send, type };
}

const passwordMissing = (password: string): FieldFaults =>
  password === '' ? { password: 'パスワードを入力してください。' } : {};

function faultsOf(error: unknown, { recovers }: Typed): FieldFaults {
  const code = refusalCode(error);
  if (code === 'identity/code-wrong') return { code: wrongWords(error, recovers) };
  if (code === 'identity/password-wrong') return { password: 'パスワードが違います。' };
  return fieldFaults(error);
}
