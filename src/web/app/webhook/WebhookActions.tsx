import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { notify } from '#web/ui/notify.ts';
import { type ShownReceiver, webhooks } from './queries.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RollDialog } from './RollDialog.tsx';
import { SecretDialog } from './SecretDialog.tsx';
import { useAnew } from './use-anew.ts';
import { WebhookDialog } from './WebhookDialog.tsx';

type WebhookActionsProps = { readonly facilityId: string; readonly receiver: ShownReceiver; readonly on: boolean };
type Opened =
  | { readonly kind: 'edit' }
  | { readonly kind: 'roll' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'secret'; readonly secret: string }
  | undefined;

function useDoing() {
  const anew = useAnew();
  const pause = useMutation(
    webhooks.pause.mutationOptions({
      onSuccess: async (_, { paused }) => {
        notify(paused ? '知らせを止めました。' : '知らせを再開しました。');
        await anew();
      },
    }),
  );
  const test = useMutation(
    webhooks.test.mutationOptions({
      onSuccess: async () => {
        notify('試しの知らせを送ります。届いたかどうかは、下の一覧に出ます。');
        await anew();
      },
    }),
  );
  return { pause, test, error: pause.error ?? test.error };
}

/** Everything that is done to one receiver. */
export function WebhookActions({ facilityId, receiver, on }: WebhookActionsProps) {
  const [opened, setOpened] = useState<Opened>();
  const { pause, test, error } = useDoing();
  const path = { facilityId, webhookId: receiver.id };
  const paused = receiver.pausedWhy !== null;
  return (
    <div className="mt-4 flex flex-col gap-3">
      <RefusalNote error={error} title="できませんでした" />
      <div className="flex flex-wrap gap-2">
        {on && !paused && (
          <Button onPress={() => test.mutate(path)} pending={test.isPending ? '頼んでいます' : undefined}>
            試しに送る
          </Button>
        )}
        <Button
          onPress={() => pause.mutate({ ...path, paused: !paused })}
          pending={pause.isPending ? '変えています' : undefined}
        >
          {paused ? '知らせを再開する' : '知らせを止める'}
        </Button>
        {on && <Button onPress={() => setOpened({ kind: 'edit' })}>受け取り先を直す</Button>}
        <Button onPress={() => setOpened({ kind: 'roll' })}>鍵を作り直す</Button>
        <Button look="quiet" onPress={() => setOpened({ kind: 'remove' })}>
          受け取り先を消す
        </Button>
      </div>
      {opened && <OpenedDialog {...{ facilityId, receiver, opened, setOpened }} />}
    </div>
  );
}

type OpenedDialogProps = Omit<WebhookActionsProps, 'on'> & {
  readonly opened: NonNullable<Opened>;
  readonly setOpened: (opened: Opened) => void;
};

function OpenedDialog({ facilityId, receiver, opened, setOpened }: OpenedDialogProps) {
  const onClose = () => setOpened(undefined);
  const props = { facilityId, receiver, onClose };
  switch (opened.kind) {
    case 'edit':
      return <WebhookDialog {...props} />;
    case 'remove':
      return <RemoveDialog {...props} />;
    case 'roll':
      return <RollDialog {...props} onRolled={(secret) => setOpened({ kind: 'secret', secret })} />;
    case 'secret':
      return <SecretDialog shown={{ title: receiver.title, secret: opened.secret, rolled: true }} onClose={onClose} />;
  }
}
