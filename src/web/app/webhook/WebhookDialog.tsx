import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { type ShownReceiver, webhooks } from './queries.ts';
import { useAnew } from './use-anew.ts';
import { WebhookFields } from './WebhookFields.tsx';
import { draftOf, missingIn, type WebhookDraft, webhookFields } from './webhook-draft.ts';

type Saving = {
  readonly facilityId: string;
  /** The one that is changed; a new one where there is none. */
  readonly receiver?: ShownReceiver;
  readonly onClose: () => void;
  readonly onMade?: (made: { readonly title: string; readonly secret: string }) => void;
};

function useSaving({ facilityId, receiver, onClose, onMade }: Saving) {
  const anew = useAnew();
  const make = useMutation(
    webhooks.make.mutationOptions({
      onSuccess: async ({ secret }, { title }) => {
        await anew();
        onMade?.({ title, secret });
      },
    }),
  );
  const edit = useMutation(
    webhooks.edit.mutationOptions({
      onSuccess: async (_, { title }) => {
        notify(`「${title}」を直しました。`);
        await anew();
        onClose();
      },
      onError: anew,
    }),
  );
  const save = ({ title, address, events }: WebhookDraft) => {
    const input = { facilityId, title, address: address.trim(), events: [...events] };
    if (receiver) edit.mutate({ ...input, webhookId: receiver.id, revision: receiver.revision });
    else make.mutate(input);
  };
  const { isPending, error } = receiver ? edit : make;
  return { save, isPending, error };
}

/** Asks where what is told: of a new receiver, or of one that stands. */
export function WebhookDialog(props: Saving) {
  const { onClose } = props;
  const receiver = useAtOpening(props.receiver);
  const [draft, setDraft] = useState(() => draftOf(receiver));
  const [missing, setMissing] = useState<FieldFaults>({});
  const { save, isPending, error } = useSaving({ ...props, ...(receiver && { receiver }) });
  const faults = useMemo(() => ({ ...fieldFaults(error), ...missing }), [error, missing]);
  const send = () => {
    const found = missingIn(draft);
    setMissing(found);
    if (Object.keys(found).length === 0 && !isPending) save(draft);
  };
  const words = receiver ? '受け取り先を直す' : '受け取り先を加える';
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={isPending ? '保存しています' : undefined}>
        {receiver ? '保存する' : words}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={words} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={error} title="保存できませんでした" fields={webhookFields} />
        <WebhookFields draft={draft} faults={faults} change={(next) => setDraft({ ...draft, ...next })} />
      </Form>
    </Dialog>
  );
}
