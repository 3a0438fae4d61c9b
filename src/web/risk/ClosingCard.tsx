import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { may } from '#core/identity/role.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults, refusalWords } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { risks, type ShownRisk } from './calls.ts';
import type { RiskPartProps } from './risk-part.ts';

/** Closes a risk that is one no more, or opens it again. */
export function ClosingCard({ facilityId, risk, roles }: RiskPartProps) {
  const [open, setOpen] = useState(false);
  const reopen = useClosing({ onDone: () => notify('終わりを取り消しました。') });
  if (!may(roles, 'risk.edit') && risk.closedReason === null) return null;
  if (risk.closedReason === null) {
    return (
      <div>
        <Button look="quiet" flush="start" onPress={() => setOpen(true)}>
          このリスクを終わりにする
        </Button>
        {open && <ClosingDialog {...{ facilityId, risk }} onClose={() => setOpen(false)} />}
      </div>
    );
  }
  return (
    <Card title="終わったリスク">
      <p className="measure break-words whitespace-pre-line">{risk.closedReason}</p>
      {may(roles, 'risk.edit') && (
        <div className="mt-4 flex flex-col items-start gap-2">
          <Button
            onPress={() => reopen.mutate({ facilityId, riskId: risk.id, revision: risk.revision, reason: null })}
            pending={reopen.isPending ? '取り消しています' : undefined}
          >
            終わりを取り消す
          </Button>
          {reopen.error && <p role="alert">取り消せませんでした。{refusalWords(reopen.error)}</p>}
        </div>
      )}
    </Card>
  );
}

function useClosing({ onDone }: { readonly onDone: () => void }) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: risks.key() });
  return useMutation(
    risks.closeRisk.mutationOptions({
      onSuccess: async () => {
        await again();
        onDone();
      },
      onError: again,
    }),
  );
}

type ClosingDialogProps = {
  readonly facilityId: string;
  readonly risk: ShownRisk;
  readonly onClose: () => void;
};

function ClosingDialog({ facilityId, onClose, ...props }: ClosingDialogProps) {
  const risk = useAtOpening(props.risk);
  const [reason, setReason] = useState('');
  const act = useClosing({
    onDone: () => {
      notify(`リスク${risk.number}番を終わりにしました。`);
      onClose();
    },
  });
  const faults = useMemo(() => fieldFaults(act.error), [act.error]);
  const send = () => {
    if (!act.isPending) act.mutate({ facilityId, riskId: risk.id, revision: risk.revision, reason });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={act.isPending ? '保存しています' : undefined}>
        リスクを終わりにする
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="このリスクを終わりにしますか" actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={act.error} title="終わりにできませんでした" fields={['reason']} />
        <p>
          一覧と地図から外れ、「状態」で「終わった」を選ぶと見られます。
          {risk.acceptance && '経営者に決めてもらうことからも外れます。'}
        </p>
        <TextArea
          label="終わりにする理由"
          name="reason"
          required
          maxLength={400}
          help="例：機器をなくした、サービスをやめた"
          value={reason}
          onChange={setReason}
          error={faults.reason}
        />
      </Form>
    </Dialog>
  );
}
