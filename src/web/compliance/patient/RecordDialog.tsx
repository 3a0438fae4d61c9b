import { type ReactNode, useMemo } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';

type RecordDialogProps = {
  readonly title: string;
  /** Fields whose faults stand at them. */
  readonly fields: readonly string[];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: (faults: FieldFaults) => ReactNode;
};

/** A form for one record: what is typed stays after a refusal, and the cursor goes to what is wrong. */
export function RecordDialog(props: RecordDialogProps) {
  const { title, fields, error, isPending, onSave, onClose, children } = props;
  const faults = useMemo(() => fieldFaults(error), [error]);
  const send = () => {
    if (!isPending) onSave();
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={isPending ? '保存しています' : undefined}>
        保存する
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={error} title="保存できませんでした" fields={fields} />
        {children(faults)}
      </Form>
    </Dialog>
  );
}
