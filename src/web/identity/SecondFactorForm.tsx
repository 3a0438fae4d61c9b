import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '#core/identity/contract.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults, refusalCode } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Form } from '#web/ui/Form.tsx';
import { CodeField } from './CodeField.tsx';
import { identity, takeSession } from './queries.ts';

type SecondFactorFormProps = {
  readonly submit: string;
  readonly help?: string;
  readonly autoFocus?: boolean;
  /** What takes the code; completing the own session unless told. */
  readonly confirm?: (code: string) => Promise<Session>;
  readonly onConfirmed?: () => void;
};

const complete = (code: string): Promise<Session> => identity.confirmSecondFactor.call({ code });

/** Six digits that complete the session, or prove a new authenticator. */
export function SecondFactorForm({ submit, help, autoFocus = false, ...way }: SecondFactorFormProps) {
  const queryClient = useQueryClient();
  const [code, setCode] = useState('');
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation({
    mutationFn: way.confirm ?? complete,
    onSuccess: (session) => {
      takeSession(queryClient, session);
      way.onConfirmed?.();
    },
    onError: (error) => {
      const wrong = refusalCode(error) === 'identity/code-wrong';
      setFaults(wrong ? { code: error.message } : fieldFaults(error));
      if (wrong) setCode('');
    },
  });
  const send = () => {
    if (act.isPending) return;
    const missing: FieldFaults = code.length === 6 ? {} : { code: '6桁の数字を入力してください。' };
    setFaults(missing);
    if (code.length === 6) act.mutate(code);
  };
  return (
    <Form onSubmit={send} faults={faults}>
      {!faults.code && <RefusalNote error={act.error} title="確かめられませんでした" fields={['code']} />}
      <CodeField value={code} onChange={setCode} error={faults.code} autoFocus={autoFocus} {...(help && { help })} />
      <Button type="submit" look="primary" size="large" wide pending={act.isPending ? '確かめています' : undefined}>
        {submit}
      </Button>
    </Form>
  );
}
