import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { AcceptedNote } from './AcceptedNote.tsx';
import { risks, type ShownRisk, type ShownTreatment } from './calls.ts';
import { savedWords } from './risk-words.ts';

type RemoveTreatmentProps = {
  readonly facilityId: string;
  readonly risk: ShownRisk;
  readonly treatment: ShownTreatment;
  readonly onClose: () => void;
};

/** Asks once, and takes a treatment away. */
export function RemoveTreatment({ facilityId, risk, treatment, onClose }: RemoveTreatmentProps) {
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: risks.key() });
  const act = useMutation(
    risks.removeTreatment.mutationOptions({
      onSuccess: async ({ state }) => {
        await again();
        notify(savedWords('対応を消しました。', state));
        onClose();
      },
      onError: again,
    }),
  );
  return (
    <div className="mt-4">
      <Button look="quiet" onPress={() => setAsks(true)}>
        この対応を消す
      </Button>
      <ConfirmDialog
        open={asks}
        title="対応を消しますか"
        confirm="対応を消す"
        danger
        onConfirm={() => act.mutate({ facilityId, riskId: risk.id, treatmentId: treatment.id })}
        pending={act.isPending ? '消しています' : undefined}
        onClose={() => setAsks(false)}
      >
        <p className="font-700">{treatment.what}</p>
        <p className="mt-2">この対応は一覧からなくなります。つながっている取り組みは、そのまま残ります。</p>
        <AcceptedNote risk={risk} />
        <RefusalNote error={act.error} title="消せませんでした" />
      </ConfirmDialog>
    </div>
  );
}
