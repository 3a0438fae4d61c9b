import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { correctionOf, type PlaceDraft } from './facility-draft.ts';
import { PlaceFields, placeFields } from './PlaceFields.tsx';
import { organisation, type Registered, registeredQuery } from './queries.ts';

/** Corrects name and place of a facility made by hand. */
export function CorrectPlace({ facility }: { readonly facility: Registered }) {
  const [draft, setDraft] = useState<PlaceDraft>({ ...facility, postalCode: facility.postalCode ?? '' });
  const [faults, setFaults] = useState<FieldFaults>({});
  const { save, isPending, error } = useCorrection(facility.id, setFaults);
  const send = () => {
    const read = correctionOf(draft);
    setFaults('faults' in read ? read.faults : {});
    if ('place' in read) save(read.place);
  };
  return (
    <Card>
      <Disclosure title="名称と所在地を直す" level={2}>
        <Form onSubmit={send} faults={faults}>
          <RefusalNote error={error} title="直せませんでした" fields={placeFields} />
          <PlaceFields draft={draft} faults={faults} onChange={(change) => setDraft({ ...draft, ...change })} />
          <div>
            <Button type="submit" pending={isPending ? '直しています' : undefined}>
              直した内容を保存する
            </Button>
          </div>
        </Form>
      </Disclosure>
    </Card>
  );
}

function useCorrection(facilityId: string, onFaults: (faults: FieldFaults) => void) {
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    organisation.correctFacility.mutationOptions({
      onSuccess: (corrected) => {
        queryClient.setQueryData(registeredQuery(facilityId).queryKey, corrected);
        notify('名称と所在地を直しました。');
      },
      onError: (refusal) => onFaults(fieldFaults(refusal)),
    }),
  );
  const save = (place: Omit<Parameters<typeof mutate>[0], 'facilityId'>) => mutate({ ...place, facilityId });
  return { save, isPending, error };
}
