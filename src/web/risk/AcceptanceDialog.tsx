import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Criteria } from '#core/risk/criteria.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { risks, type ShownRisk } from './calls.ts';
import { levelWords } from './risk-words.ts';

type AcceptanceDialogProps = {
  readonly facilityId: string;
  readonly risk: ShownRisk;
  readonly criteria: Criteria;
  readonly onClose: () => void;
};

const missingOf = (reason: string, until: string): FieldFaults => ({
  ...(reason.trim() === '' && { reason: '受け入れる理由を書いてください。' }),
  ...(until === '' && { until: '受け入れる最後の日を選んでください。' }),
});

/** Puts what remains of a risk before the executives, with a reason and a last day. */
export function AcceptanceDialog({ facilityId, onClose, ...props }: AcceptanceDialogProps) {
  const { risk, criteria } = useAtOpening(props);
  const [draft, setDraft] = useState({ reason: risk.acceptance?.reason ?? '', until: '' });
  const [missing, setMissing] = useState<FieldFaults>({});
  const ask = useAsking(onClose);
  const faults = useMemo(() => ({ ...fieldFaults(ask.error), ...missing }), [ask.error, missing]);
  const send = () => {
    const unsaid = missingOf(draft.reason, draft.until);
    setMissing(unsaid);
    if (Object.keys(unsaid).length > 0 || ask.isPending) return;
    ask.mutate({ facilityId, riskId: risk.id, revision: risk.revision, ...draft });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={ask.isPending ? '加えています' : undefined}>
        決めてもらう
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="受容するかを経営者に決めてもらう" actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={ask.error} title="加えられませんでした" fields={['reason', 'until']} />
        <p>
          残る大きさ：<strong className="tabular-nums">{levelWords(risk.levelAfter, criteria)}</strong>
        </p>
        <Fields {...{ draft, faults }} change={(next) => setDraft({ ...draft, ...next })} />
      </Form>
    </Dialog>
  );
}

type FieldsProps = {
  readonly draft: { readonly reason: string; readonly until: string };
  readonly faults: FieldFaults;
  readonly change: (next: Partial<FieldsProps['draft']>) => void;
};

function Fields({ draft, faults, change }: FieldsProps) {
  return (
    <>
      <TextArea
        label="受け入れる理由"
        name="reason"
        required
        maxLength={400}
        help="なぜ今はこれより減らさないのか、その間どう備えるのか。"
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={faults.reason}
      />
      <TextField
        label="受け入れたい最後の日"
        name="until"
        type="date"
        required
        help="この日を過ぎると、もう一度決めてもらいます。400日以内の日を選びます。決める人が、別の日にすることもあります。"
        value={draft.until}
        onChange={(until) => change({ until })}
        error={faults.until}
      />
    </>
  );
}

function useAsking(onClose: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: risks.key() });
  return useMutation(
    risks.askAcceptance.mutationOptions({
      onSuccess: async () => {
        await again();
        notify('経営者に決めてもらうことに加えました。');
        onClose();
      },
      onError: again,
    }),
  );
}
