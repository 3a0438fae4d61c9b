import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '#core/identity/contract.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { linkRefused } from './link-refused.ts';
import { type NewPerson, newPersonFaults, newPersonRefusal, passwordRule } from './new-person.ts';
import { PasswordField } from './PasswordField.tsx';
import { useMail } from './use-mail.ts';

type NewPersonFormProps = {
  readonly name?: string;
  /** Whether a confirmation code follows: then a shorter password is enough. */
  readonly secondFactor: boolean;
  readonly register: (person: NewPerson) => Promise<Session>;
  readonly onRegistered: (session: Session) => void;
  /** The link the page was opened with is used up or too old. */
  readonly onUnusable: () => void;
  readonly submit: string;
};

type State = { readonly typed: NewPerson; readonly faults: FieldFaults };

/** Name, e-mail and password of a person who is new here. */
export function NewPersonForm({ name = '', secondFactor, submit, ...props }: NewPersonFormProps) {
  const [{ typed, faults }, setState] = useState<State>({ typed: { name, email: '', password: '' }, faults: {} });
  const act = useMutation({
    mutationFn: props.register,
    onSuccess: props.onRegistered,
    onError: (error) => {
      if (linkRefused(error)) props.onUnusable();
      setState((before) => ({ ...before, faults: newPersonRefusal(error) }));
    },
  });
  const send = () => {
    if (act.isPending) return;
    const found = newPersonFaults(typed, secondFactor);
    setState({ typed, faults: found });
    if (Object.keys(found).length === 0) act.mutate(typed);
  };
  const change = (part: Partial<NewPerson>) => setState((now) => ({ ...now, typed: { ...now.typed, ...part } }));
  return (
    <Form onSubmit={send} faults={faults}>
      {Object.keys(faults).length === 0 && <RefusalNote error={act.error} title="登録できませんでした" />}
      <NewPersonFields typed={typed} faults={faults} rule={passwordRule(secondFactor)} onChange={change} />
      <Button type="submit" look="primary" size="large" wide pending={act.isPending ? '登録しています' : undefined}>
        {submit}
      </Button>
    </Form>
  );
}

type NewPersonFieldsProps = State & { readonly rule: string; readonly onChange: (part: Partial<NewPerson>) => void };

function NewPersonFields({ typed, faults, rule, onChange }: NewPersonFieldsProps) {
  const mail = useMail();
  return (
    <>
      <TextField
        label="氏名"
        name="name"
        autoComplete="name"
        required
        value={typed.name}
        onChange={(name) => onChange({ name })}
        error={faults.name}
      />
      <TextField
        label="メールアドレス"
        name="username"
        type="email"
        inputMode="email"
        autoComplete="username"
        required
        help={`サインインするときの名前になります。${mail ? 'パスワードの再設定と、お知らせのメールにも使います。' : 'まもりからメールは送りません。'}`}
        value={typed.email}
        onChange={(email) => onChange({ email })}
        error={faults.email}
      />
      <PasswordField
        autoComplete="new-password"
        help={rule}
        value={typed.password}
        onChange={(password) => onChange({ password })}
        error={faults.password}
      />
    </>
  );
}
