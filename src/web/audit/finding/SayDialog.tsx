import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { audits, type ShownFinding } from '../calls.ts';

export type Saying = 'corrected' | 'closed' | 'sent-back';

const words: Readonly<Record<Saying, { title: string; label: string; help: string; button: string; done: string }>> = {
  corrected: {
    title: '直したと伝える',
    label: '直したこと',
    help: '監査する人が、証跡と合わせて確かめます。先に証跡を加えてください。',
    button: '直したと伝える',
    done: '直したと伝えました。監査する人が確かめると、完了になります。',
  },
  closed: {
    title: '指摘を完了にする',
    label: '確かめたこと',
    help: '何を見て、直ったと判断したか。',
    button: '指摘を完了にする',
    done: '指摘を完了にしました。',
  },
  'sent-back': {
    title: '直し足りないと返す',
    label: '確かめたこと',
    help: 'まだ足りないこと、次に何をしてほしいか。',
    button: '直し足りないと返す',
    done: '直し足りないと返しました。',
  },
};

type SayDialogProps = {
  readonly facilityId: string;
  readonly finding: ShownFinding;
  readonly saying: Saying;
  readonly onClose: () => void;
};

/** Says that a finding was put right, or what the auditor saw of it. */
export function SayDialog({ facilityId, saying, onClose, ...props }: SayDialogProps) {
  const finding = useAtOpening(props.finding);
  const [text, setText] = useState('');
  const { title, label, help, button, done } = words[saying];
  const { say, isPending, error } = useSaying(facilityId, finding, () => {
    notify(done);
    onClose();
  });
  const faults = useMemo(() => fieldFaults(error), [error]);
  const send = () => void (isPending || say(saying, text));
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={isPending ? '保存しています' : undefined}>
        {button}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={error} title="保存できませんでした" fields={['correction', 'verdict']} />
        <TextArea
          label={label}
          name="text"
          required
          rows={4}
          maxLength={1_000}
          help={help}
          value={text}
          onChange={setText}
          error={faults.correction ?? faults.verdict}
        />
      </Form>
    </Dialog>
  );
}

function useSaying(facilityId: string, finding: ShownFinding, onDone: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: audits.key() });
  const onSuccess = async () => {
    await again();
    onDone();
  };
  const correct = useMutation(audits.correct.mutationOptions({ onSuccess, onError: again }));
  const verify = useMutation(audits.verify.mutationOptions({ onSuccess, onError: again }));
  const at = { facilityId, findingId: finding.id, revision: finding.revision };
  return {
    say: (saying: Saying, text: string) =>
      saying === 'corrected'
        ? correct.mutate({ ...at, correction: text })
        : verify.mutate({ ...at, step: saying, verdict: text }),
    isPending: correct.isPending || verify.isPending,
    error: correct.error ?? verify.error,
  };
}
