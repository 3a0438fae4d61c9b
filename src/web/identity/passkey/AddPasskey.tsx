import { useMemo, useState } from 'react';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { deviceName } from './device-name.ts';
import { PasskeyNote } from './PasskeyNote.tsx';
import { missingName } from './passkey-name.ts';
import { useAddPasskey } from './use-add-passkey.ts';

/** Names a passkey and makes it. */
export function AddPasskey({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  const [missing, setMissing] = useState<string>();
  const act = useAddPasskey(onClose);
  const fault = missing ?? fieldFaults(act.error).name;
  const faults = useMemo<FieldFaults>(() => (fault ? { name: fault } : {}), [fault]);
  const send = () => {
    if (act.isPending) return;
    setMissing(missingName(name));
    if (!missingName(name)) act.mutate(name);
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={act.isPending ? '端末の表示に従ってください' : undefined}>
        パスキーを登録する
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="パスキーを登録する" actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <p>
          このあと端末が、指紋・顔・暗証番号のどれかで本人かどうかを確かめます。それらがまもりに送られることはありません。
        </p>
        {!fault && <PasskeyNote error={act.error} title="登録できませんでした" fields={['name']} />}
        <TextField
          label="名前"
          name="name"
          required
          help="あとで見分けるための名前です。"
          value={name}
          onChange={setName}
          maxLength={60}
          error={fault}
        />
      </Form>
    </Dialog>
  );
}
