import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitedRole } from '#core/identity/role.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form, FormEnd } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import type { InviteSearch } from './invite-search.ts';
import type { IssuedLink } from './LinkSlip.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { useMail } from './use-mail.ts';

type Invited<Given extends InvitedRole> = {
  readonly name: string;
  readonly roles: readonly Given[];
  readonly email?: string;
};

type InviteFormProps<Given extends InvitedRole> = {
  readonly search: Omit<InviteSearch, 'role'> & { readonly role?: Given };
  /** The roles there are to give. */
  readonly choices: readonly Given[];
  /** The roles stand already: not asked. */
  readonly fixedRoles?: readonly Given[];
  readonly invite: (input: Invited<Given>) => Promise<{ readonly path: string; readonly expiresAt: string }>;
  readonly onIssued: (link: IssuedLink) => void;
  /** The page this began from. */
  readonly back: string;
};

function missingIn({ name, roles }: Invited<InvitedRole>): FieldFaults {
  return {
    ...(name.trim() === '' && { name: '氏名を入力してください。' }),
    ...(roles.length === 0 && { roles: '役割を一つ以上選んでください。' }),
  };
}

function useInviting<Given extends InvitedRole>({ search, fixedRoles, invite, onIssued }: InviteFormProps<Given>) {
  const [typed, setTyped] = useState<Invited<Given>>({
    name: search.name ?? '',
    roles: fixedRoles ?? (search.role ? [search.role] : []),
  });
  const [email, setEmail] = useState('');
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation({
    mutationFn: invite,
    onSuccess: (link, input) => onIssued({ ...link, ...input }),
    onError: (error) => setFaults(fieldFaults(error)),
  });
  const send = () => {
    if (act.isPending) return;
    const missing = missingIn(typed);
    setFaults(missing);
    if (Object.keys(missing).length === 0)
      act.mutate({ ...typed, ...(email.trim() !== '' && { email: email.trim() }) });
  };
  return { typed, setTyped, email, setEmail, faults, act, send };
}

export function InviteForm<Given extends InvitedRole>(props: InviteFormProps<Given>) {
  const { choices, fixedRoles, back } = props;
  const { typed, setTyped, email, setEmail, faults, act, send } = useInviting(props);
  const mail = useMail();
  return (
    <Card>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={act.error} title="リンクを作れませんでした" fields={['name', 'roles', 'email']} />
        <TextField
          label="招く人の氏名"
          name="name"
          required
          help="本人が登録するときに直せます。"
          value={typed.name}
          onChange={(name) => setTyped({ ...typed, name })}
          error={faults.name}
        />
        {mail && <MailField value={email} onChange={setEmail} error={faults.email} />}
        {!fixedRoles && (
          <RoleChoice
            choices={choices}
            value={typed.roles}
            onChange={(roles) => setTyped({ ...typed, roles })}
            error={faults.roles}
          />
        )}
        <FormEnd back={back}>
          <Button type="submit" look="primary" pending={act.isPending ? '作っています' : undefined}>
            招待リンクを作る
          </Button>
        </FormEnd>
      </Form>
    </Card>
  );
}

type MailFieldProps = {
  readonly value: string;
  readonly onChange: (email: string) => void;
  readonly error: string | undefined;
};

function MailField({ value, onChange, error }: MailFieldProps) {
  return (
    <TextField
      label="招く人のメールアドレス"
      name="email"
      type="email"
      inputMode="email"
      autoComplete="off"
      help="入力すると、招待リンクをメールでも送ります。空のままでも招けます。リンクは次の画面に出ます。"
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
