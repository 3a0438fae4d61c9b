import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type OrganisationKind, organisationKinds, organisationKindTitles } from '#core/organisation/organisation.ts';
import { prefectures } from '#core/organisation/prefecture.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { everyOrganisationQuery, organisations } from '../above-queries.ts';

const kinds = organisationKinds.map((value) => ({ value, label: organisationKindTitles[value] }));
const places = prefectures.map(({ code, name }) => ({ value: String(code), label: name }));
const empty = { name: '', prefecture: null as string | null };

function useCreating() {
  const client = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    organisations.create.mutationOptions({
      onSuccess: async ({ name }) => {
        notify(`${name}を登録しました。`);
        setTyped(empty);
        setFaults({});
        await client.invalidateQueries({ queryKey: everyOrganisationQuery().queryKey });
      },
      onError: (error) => setFaults(fieldFaults(error)),
    }),
  );
  return { typed, setTyped, faults, act };
}

/** Adding an organisation. */
export function NewOrganisationForm() {
  const { typed, setTyped, faults, act } = useCreating();
  const [kind, setKind] = useState<OrganisationKind>('network');
  const prefecture = kind === 'prefecture' && typed.prefecture !== null ? Number(typed.prefecture) : null;
  return (
    <Card title="組織を登録する">
      <Form onSubmit={() => act.isPending || act.mutate({ kind, name: typed.name, prefecture })} faults={faults}>
        <RefusalNote error={act.error} title="登録できませんでした" fields={['name', 'prefecture']} />
        <Select label="種類" options={kinds} value={kind} onChange={setKind} />
        <TextField
          label="名称"
          required
          maxLength={100}
          value={typed.name}
          onChange={(name) => setTyped({ ...typed, name })}
          error={faults.name}
        />
        {kind === 'prefecture' && (
          <Select
            label="都道府県"
            required
            options={places}
            value={typed.prefecture}
            onChange={(chosen) => setTyped({ ...typed, prefecture: chosen })}
            error={faults.prefecture}
          />
        )}
        <div>
          <Button type="submit" look="primary" pending={act.isPending ? '登録しています' : undefined}>
            組織を登録する
          </Button>
        </div>
      </Form>
    </Card>
  );
}
