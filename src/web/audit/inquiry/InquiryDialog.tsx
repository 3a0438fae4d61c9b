import { type ReactNode, useMemo } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';

type InquiryDialogProps = {
  readonly title: string;
  readonly button: string;
  readonly saving: { readonly isPending: boolean; readonly error: unknown };
  readonly fields: readonly string[];
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: (faults: FieldFaults) => ReactNode;
};

/** A form in a dialog that says what was wrong with it. */
export function InquiryDialog({ title, button, saving, fields, onSend, onClose, children }: InquiryDialogProps) {
  const faults = useMemo(() => fieldFaults(saving.error), [saving.error]);
  const send = () => void (saving.isPending || onSend());
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={saving.isPending ? '保存しています' : undefined}>
        {button}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={saving.error} title="保存できませんでした" fields={fields} />
        {children(faults)}
      </Form>
    </Dialog>
  );
}
