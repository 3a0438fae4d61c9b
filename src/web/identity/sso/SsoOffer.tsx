import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { offeredQuery, sso } from './queries.ts';
import { leaveFor } from './way.ts';

type SsoOfferProps = { readonly back: string | undefined };

/** A quiet way in by the organisation's own account, where any organisation has one here. */
export function SsoOffer({ back }: SsoOfferProps) {
  const { data } = useQuery(offeredQuery());
  const [open, setOpen] = useState(false);
  if (!data?.offered) return null;
  if (open) return <AddressForm back={back} />;
  return (
    <Button wide size="large" onPress={() => setOpen(true)}>
      組織のアカウントでサインインする
    </Button>
  );
}

function AddressForm({ back }: SsoOfferProps) {
  const [email, setEmail] = useState('');
  const act = useMutation(sso.begin.mutationOptions({ onSuccess: ({ url }) => leaveFor(url, back) }));
  const faults = fieldFaults(act.error);
  return (
    <Card title="組織のアカウントでサインインする">
      <Form onSubmit={() => act.isPending || act.mutate({ email })} faults={faults}>
        <RefusalNote error={act.error} title="サインインを始められませんでした" fields={['email']} />
        <TextField
          label="組織のメールアドレス"
          help="法人や病院から渡された、仕事のメールアドレスです。続きは組織のサインインのページで行います。"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          autoFocus
          value={email}
          onChange={setEmail}
          error={faults.email}
        />
        <Button type="submit" wide pending={act.isPending ? '組織のページへ進んでいます' : undefined}>
          組織のページへ進む
        </Button>
      </Form>
    </Card>
  );
}
