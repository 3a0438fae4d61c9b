import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults, refusalCode } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Form } from '#web/ui/Form.tsx';
import { codeMissing, wrongWords } from './code-words.ts';
import { ProofField } from './ProofField.tsx';
import { identity, takeSession } from './queries.ts';

/** A recovery code that completes the session where neither authenticator nor passkey is at hand. */
export function RecoveryForm() {
  const queryClient = useQueryClient();
  const [code, setCode] = useState('');
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    identity.confirmSecondFactor.mutationOptions({
      onSuccess: (session) => takeSession(queryClient, session),
      onError: (error) =>
        setFaults(
          refusalCode(error) === 'identity/code-wrong' ? { code: wrongWords(error, true) } : fieldFaults(error),
        ),
    }),
  );
  const send = () => {
    if (act.isPending) return;
    const missing = codeMissing(code, true);
    setFaults(missing);
    if (Object.keys(missing).length === 0) act.mutate({ code });
  };
  return (
    <Form onSubmit={send} faults={faults}>
      {!faults.code && <RefusalNote error={act.error} title="確かめられませんでした" fields={['code']} />}
      <ProofField recovers value={code} onChange={setCode} error={faults.code} />
      <Button type="submit" look="primary" size="large" wide pending={act.isPending ? '確かめています' : undefined}>
        確かめてサインインする
      </Button>
    </Form>
  );
}
