import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FacilityProfile } from '#core/organisation/facility.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { currentOf, type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { ProfileFields } from './ProfileFields.tsx';
import { draftOf, type ProfileDraft, profileOf } from './profile-draft.ts';
import { organisation, type ProfileView, profileQuery } from './queries.ts';

type ProfileFormProps = {
  readonly profile: ProfileView;
  readonly draft: ProfileDraft;
  readonly onChange: (draft: ProfileDraft) => void;
};

export function ProfileForm({ profile, draft, onChange }: ProfileFormProps) {
  const [faults, setFaults] = useState<FieldFaults>({});
  const { save, isPending, error, reset, takeOver } = useSaving(profile, {
    onSaved: (saved) => onChange(draftOf(saved)),
    onFaults: setFaults,
  });
  const send = () => {
    const read = profileOf(draft);
    setFaults('faults' in read ? read.faults : {});
    if ('profile' in read) save(read.profile);
  };
  const current = currentOf<ProfileView>(error, 'organisation/profile-changed');
  return (
    <Card
      title="施設について"
      aside={profile.typeGuessed && '種類は名称からの推定です。保存すると確かめたことになります。'}
    >
      <Form onSubmit={send} faults={faults}>
        {current ? (
          <Newer
            onTake={() => {
              takeOver(current);
              onChange(draftOf(current));
              reset();
            }}
          />
        ) : (
          <RefusalNote error={error} title="保存できませんでした" fields={['type', 'beds']} />
        )}
        <ProfileFields draft={draft} faults={faults} onChange={(change) => onChange({ ...draft, ...change })} />
        <div>
          <Button type="submit" look="primary" pending={isPending ? '保存しています' : undefined}>
            施設の情報を保存する
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Newer({ onTake }: { readonly onTake: () => void }) {
  return (
    <Callout
      tone="attention"
      announce
      title="ほかの人が先に変えました"
      action={<Button onPress={onTake}>入力を捨てて、今の内容を開く</Button>}
    >
      入力は残っています。今の内容を開くと、ここに入力した分は消えます。
    </Callout>
  );
}

type Outcome = {
  readonly onSaved: (saved: ProfileView) => void;
  readonly onFaults: (faults: FieldFaults) => void;
};

function useSaving({ id: facilityId, revision }: ProfileView, { onSaved, onFaults }: Outcome) {
  const queryClient = useQueryClient();
  const takeOver = (saved: ProfileView) => queryClient.setQueryData(profileQuery(facilityId).queryKey, saved);
  const { mutate, isPending, error, reset } = useMutation(
    organisation.editProfile.mutationOptions({
      onSuccess: (saved) => {
        takeOver(saved);
        onSaved(saved);
        notify('施設の情報を保存しました。');
      },
      onError: (refusal) => onFaults(fieldFaults(refusal)),
    }),
  );
  const save = (profile: FacilityProfile) => mutate({ ...profile, facilityId, revision });
  return { save, isPending, error, reset, takeOver };
}
