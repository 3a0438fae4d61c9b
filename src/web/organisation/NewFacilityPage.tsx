import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { bedQuestion } from '#core/organisation/bed-question.ts';
import { type FacilityType, facilityTypeTitles, mayHaveBeds } from '#core/organisation/facility.ts';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form, FormEnd } from '#web/ui/Form.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { CreateRefusal } from './CreateRefusal.tsx';
import { bedsText, emptyFacility, type FacilityDraft, newFacilityOf } from './facility-draft.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { organisation } from './queries.ts';

const types = Object.entries(facilityTypeTitles).map(([value, label]) => ({ value: value as FacilityType, label }));

/** Makes a facility the public list does not hold, and opens it. */
export function NewFacilityPage() {
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyFacility);
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    organisation.createFacility.mutationOptions({
      onSuccess: ({ id }) => void navigate({ href: `/admin/register/${id}` }),
      onError: (error) => setFaults(fieldFaults(error)),
    }),
  );
  const send = () => {
    const read = newFacilityOf(draft);
    setFaults('faults' in read ? read.faults : {});
    if ('facility' in read) act.mutate(read.facility);
  };
  return (
    <Page
      where={<Link href="/admin/register">施設台帳</Link>}
      title="台帳にない施設を作る"
      sub="薬局や介護施設など、公開の一覧にない施設です。作ると、すぐに利用を始められます。"
    >
      <Card>
        <Form onSubmit={send} faults={faults}>
          <CreateRefusal error={act.error} />
          <PlaceFields draft={draft} faults={faults} onChange={(change) => setDraft({ ...draft, ...change })} />
          <KindFields draft={draft} faults={faults} onChange={(change) => setDraft({ ...draft, ...change })} />
          <FormEnd back="/admin/register">
            <Button type="submit" look="primary" pending={act.isPending ? '作っています' : undefined}>
              作って利用を始める
            </Button>
          </FormEnd>
        </Form>
      </Card>
    </Page>
  );
}

type KindFieldsProps = {
  readonly draft: FacilityDraft;
  readonly faults: FieldFaults;
  readonly onChange: (change: Partial<FacilityDraft>) => void;
};

function KindFields({ draft, faults, onChange }: KindFieldsProps) {
  const beds = bedsText(draft.beds);
  const question = draft.type && typeof beds !== 'string' ? bedQuestion(draft.type, beds) : null;
  return (
    <>
      <Select
        label="種類"
        required
        options={types}
        value={draft.type}
        onChange={(type) => onChange({ type })}
        error={faults.type}
      />
      {(draft.type === null || mayHaveBeds(draft.type)) && (
        <TextField
          label="病床数"
          inputMode="numeric"
          help={question ?? '分からなければ空のままで構いません。'}
          value={draft.beds}
          onChange={(value) => onChange({ beds: value })}
          error={faults.beds}
        />
      )}
      <TextField
        label="医療機関コード"
        inputMode="numeric"
        maxLength={13}
        help="あれば、都道府県の2桁から始まる9桁。薬局や介護施設など、なければ空のまま。"
        value={draft.code}
        onChange={(code) => onChange({ code })}
        error={faults.code}
      />
    </>
  );
}
