import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { yenText } from '#core/plan/plan-words.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextField } from '#web/ui/TextField.tsx';
import { costsQuery, plans } from './calls.ts';
import { yenOf } from './typed-amount.ts';

/** What has a cost of its own: a measure, or a cost class. */
export type Costing = {
  readonly id: string;
  readonly title: string;
  /** What stands without an amount of its own, in yen. */
  readonly usual: number;
};

type CostDialogProps = {
  readonly facilityId: string;
  readonly costing: Costing;
  /** What the facility has set, undefined where the default stands. */
  readonly yen: number | undefined;
  readonly onClose: () => void;
};

/** Asks for the yen of one measure or class, or gives it back the default. */
export function CostDialog({ facilityId, costing, yen, onClose }: CostDialogProps) {
  const [typed, setTyped] = useState(yen === undefined ? '' : String(yen));
  const [wrong, setWrong] = useState<string>();
  const { set, isPending, error } = useCost(facilityId, costing, onClose);
  const faults = useMemo(() => ({ ...fieldFaults(error), ...(wrong && { yen: wrong }) }), [error, wrong]);
  const save = () => {
    const amount = yenOf(typed);
    setWrong(amount === undefined ? '金額を数字で入力してください（例：120,000、12万）。' : undefined);
    if (amount !== undefined && !isPending) set(amount);
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      {yen !== undefined && <Button onPress={() => set(null)}>目安に戻す</Button>}
      <Button look="primary" onPress={save} pending={isPending ? '保存しています' : undefined}>
        費用を保存する
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="対策の費用を直す" actions={actions}>
      <p className="mb-3">{costing.title}</p>
      <Form onSubmit={save} faults={faults}>
        <TextField
          label="1年目の費用（円）"
          name="yen"
          required
          help={`目安は${yenText(costing.usual)}です。`}
          value={typed}
          onChange={setTyped}
          error={faults.yen}
        />
        <RefusalNote error={error} title="保存できませんでした" fields={['yen']} />
      </Form>
    </Dialog>
  );
}

function useCost(facilityId: string, { id, title }: Costing, onClose: () => void) {
  const client = useQueryClient();
  const act = useMutation(
    plans.setCost.mutationOptions({
      onSuccess: async (_, { yen }) => {
        notify(yen === null ? `「${title}」の費用を目安に戻しました。` : `「${title}」の費用を直しました。`);
        await client.invalidateQueries({ queryKey: costsQuery(facilityId).queryKey });
        onClose();
      },
    }),
  );
  const set = (yen: number | null) => act.mutate({ facilityId, measureId: id, yen });
  return { set, isPending: act.isPending, error: act.error };
}
