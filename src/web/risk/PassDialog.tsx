import { useMemo, useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import type { SuggestionList } from './calls.ts';
import { usePassing } from './use-suggestion.ts';

type PassDialogProps = {
  readonly facilityId: string;
  readonly suggestion: SuggestionList['suggestions'][number];
  readonly onClose: () => void;
};

/** Sets a suggestion aside until the fiscal year is over, with a word why. */
export function PassDialog({ facilityId, suggestion, onClose }: PassDialogProps) {
  const [reason, setReason] = useState('');
  const act = usePassing(onClose);
  const faults = useMemo(() => fieldFaults(act.error), [act.error]);
  const send = () => {
    if (!act.isPending) act.mutate({ facilityId, suggestionId: suggestion.id, passed: true, reason });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={act.isPending ? '保存しています' : undefined}>
        今年度は取り上げない
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="今年度は取り上げませんか" actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={act.error} title="保存できませんでした" fields={['reason']} />
        <p className="font-700">{suggestion.title}</p>
        <p>この案は、来年度まで出ません。このページの下から、いつでも戻せます。</p>
        <TextField
          label="理由"
          name="reason"
          maxLength={400}
          help="例：その機器を使っていない。なくても構いません。"
          value={reason}
          onChange={setReason}
          error={faults.reason}
        />
      </Form>
    </Dialog>
  );
}
