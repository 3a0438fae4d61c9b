import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { type AgreementView, agreementsQuery, support } from '../above-queries.ts';

type Of = { readonly facilityId: string; readonly agreement: AgreementView };

/** What the facility can do with an open agreement: accept what was asked, end or decline. */
export function AgreementActions({ facilityId, agreement }: Of) {
  const [ending, setEnding] = useState(false);
  const asked = agreement.state === 'asked';
  return (
    <>
      {asked && <Acceptance facilityId={facilityId} agreement={agreement} />}
      <Button
        size="small"
        onPress={() => setEnding(true)}
        label={`${agreement.organisation.name}${asked ? 'の申し込みを断る' : 'の支援を終える'}`}
      >
        {asked ? '申し込みを断る' : '支援を終える'}
      </Button>
      {ending && <Ending facilityId={facilityId} agreement={agreement} onClose={() => setEnding(false)} />}
    </>
  );
}

function useDone(facilityId: string) {
  const client = useQueryClient();
  return (words: string) => {
    notify(words);
    return client.invalidateQueries({ queryKey: agreementsQuery(facilityId).queryKey });
  };
}

function Acceptance({ facilityId, agreement }: Of) {
  const done = useDone(facilityId);
  const act = useMutation(
    support.accept.mutationOptions({ onSuccess: () => done(`${agreement.organisation.name}の支援者が入れます。`) }),
  );
  return (
    <>
      <Button
        size="small"
        look="primary"
        pending={act.isPending ? '受けています' : undefined}
        onPress={() => act.mutate({ facilityId, agreementId: agreement.id })}
      >
        申し込みを受ける
      </Button>
      <RefusalNote error={act.error} title="受けられませんでした" />
    </>
  );
}

function Ending({ facilityId, agreement, onClose }: Of & { readonly onClose: () => void }) {
  const done = useDone(facilityId);
  const asked = agreement.state === 'asked';
  const { name } = agreement.organisation;
  const act = useMutation(
    support.end.mutationOptions({
      onSuccess: () => {
        onClose();
        return done(asked ? `${name}の申し込みを断りました。` : `${name}の支援を終えました。`);
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={asked ? `${name}の申し込みを断りますか` : `${name}の支援を終えますか`}
      confirm={asked ? '申し込みを断る' : '支援を終える'}
      danger
      pending={act.isPending ? (asked ? '断っています' : '終えています') : undefined}
      onConfirm={() => act.mutate({ facilityId, agreementId: agreement.id })}
    >
      <p>
        {asked
          ? '支援者は入れません。必要になったら、あらためて取り決めを作れます。'
          : '支援者はすぐに、開いている画面も含めて何も見られなくなります。これまでの記録は残ります。'}
      </p>
      <RefusalNote error={act.error} title={asked ? '断れませんでした' : '終えられませんでした'} />
    </ConfirmDialog>
  );
}
