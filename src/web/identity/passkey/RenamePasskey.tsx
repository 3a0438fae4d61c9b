import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { missingName } from './passkey-name.ts';
import { type Passkey, passkeys, passkeysQuery, withPasskeys } from './passkey-queries.ts';

type RenamePasskeyProps = { readonly passkey: Passkey; readonly onClose: () => void };

function useRename(onClose: () => void) {
  const queryClient = useQueryClient();
  return useMutation(
    passkeys.rename.mutationOptions({
      onSuccess: (renamed) => {
        const change = withPasskeys((all) => all.map((each) => (each.id === renamed.id ? renamed : each)));
        queryClient.setQueryData(passkeysQuery().queryKey, change);
        onClose();
      },
    }),
  );
}

export function RenamePasskey({ passkey: { id, name: before }, onClose }: RenamePasskeyProps) {
  const [name, setName] = useState(before);
  const [missing, setMissing] = useState<string>();
  const act = useRename(onClose);
  const fault = missing ?? fieldFaults(act.error).name;
  const send = () => {
    if (act.isPending) return;
    setMissing(missingName(name));
    if (!missingName(name)) act.mutate({ passkeyId: id, name });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={act.isPending ? '変えています' : undefined}>
        名前を変える
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="パスキーの名前" actions={actions}>
      <Form onSubmit={send} faults={fault ? { name: fault } : {}}>
        {!fault && <RefusalNote error={act.error} title="変えられませんでした" fields={['name']} />}
        <TextField label="名前" name="name" required value={name} onChange={setName} maxLength={60} error={fault} />
      </Form>
    </Dialog>
  );
}
