import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { personDaysText } from '#core/assessment/cost.ts';
import { yenText } from '#core/plan/plan-words.ts';
import type { OwnEffort } from '#core/plan/reckoned-cost.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextField } from '#web/ui/TextField.tsx';
import { costsQuery, plans } from './calls.ts';
import { daysOf, yenOf } from './typed-amount.ts';

/** What has a cost of its own: a measure, or a cost class. */
export type Costing = {
  readonly id: string;
  readonly title: string;
  /** What stands without an amount of its own: yen, and of a measure person-days. */
  readonly usual: { readonly cost: number; readonly personDays?: number };
};

type CostDialogProps = {
  readonly facilityId: string;
  readonly costing: Costing;
  /** What the facility has set, undefined where the default stands. */
  readonly yen: number | undefined;
  readonly personDays: number | undefined;
  readonly onClose: () => void;
};

/** Asks for the yen of one measure or class, and the person-days of a measure; what is left empty has the default. */
export function CostDialog({ facilityId, costing, yen, personDays, onClose }: CostDialogProps) {
  const [typed, setTyped] = useState({ yen: textOf(yen), personDays: textOf(personDays) });
  const [wrong, setWrong] = useState<FieldFaults>({});
  const { set, isPending, error } = useCost(facilityId, costing, onClose);
  const faults = useMemo(() => ({ ...fieldFaults(error), ...wrong }), [error, wrong]);
  const save = () => {
    const [amount, days] = [readOr(typed.yen, yenOf), readOr(typed.personDays, daysOf)];
    setWrong({ ...(amount === undefined && { yen: noYen }), ...(days === undefined && { personDays: noDays }) });
    if (amount !== undefined && days !== undefined && !isPending) set({ yen: amount, personDays: days });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      {(yen !== undefined || personDays !== undefined) && (
        <Button onPress={() => set({ yen: null, personDays: null })}>目安に戻す</Button>
      )}
      <Button look="primary" onPress={save} pending={isPending ? '保存しています' : undefined}>
        保存する
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={costing.usual.personDays === undefined ? '対策の費用を直す' : '対策の費用と手間を直す'}
      actions={actions}
    >
      <p className="mb-3">{costing.title}</p>
      <Form onSubmit={save} faults={faults}>
        <Amounts {...{ typed, faults }} usual={costing.usual} onChange={setTyped} />
        <RefusalNote error={error} title="保存できませんでした" fields={['yen', 'personDays']} />
      </Form>
    </Dialog>
  );
}

const noYen = '金額を数字で入力してください（例：120,000、12万）。空欄なら、目安を使います。';
const noDays = '人日を数字で入力してください（例：5、0.5）。空欄なら、目安を使います。';

type Typed = { readonly yen: string; readonly personDays: string };
type AmountsProps = Pick<Costing, 'usual'> & {
  readonly typed: Typed;
  readonly faults: FieldFaults;
  readonly onChange: (typed: Typed) => void;
};

function Amounts({ usual: { cost, personDays: days }, typed, faults, onChange }: AmountsProps) {
  return (
    <>
      <TextField
        label="1年目の費用（円）"
        name="yen"
        help={`空欄なら、目安の${yenText(cost)}を使います。例：120,000、12万`}
        value={typed.yen}
        onChange={(yen) => onChange({ ...typed, yen })}
        error={faults.yen}
      />
      {days !== undefined && (
        <TextField
          label="1年目の手間（人日）"
          name="personDays"
          help={`空欄なら、目安の${personDaysText(days)}を使います。例：5、0.5`}
          value={typed.personDays}
          onChange={(personDays) => onChange({ ...typed, personDays })}
          error={faults.personDays}
        />
      )}
    </>
  );
}

const textOf = (amount: number | undefined) => (amount === undefined ? '' : String(amount));

/** Null where nothing was typed, undefined where it is no number. */
const readOr = (typed: string, read: (typed: string) => number | undefined) =>
  typed.trim() === '' ? null : read(typed);

function useCost(facilityId: string, { id, title }: Costing, onClose: () => void) {
  const client = useQueryClient();
  const act = useMutation(
    plans.setCost.mutationOptions({
      onSuccess: async (_, { yen, personDays }) => {
        const isUsual = yen === null && personDays === null;
        notify(isUsual ? `「${title}」を目安に戻しました。` : `「${title}」を直しました。`);
        await client.invalidateQueries({ queryKey: costsQuery(facilityId).queryKey });
        onClose();
      },
    }),
  );
  const set = (effort: OwnEffort) => act.mutate({ facilityId, measureId: id, ...effort });
  return { set, isPending: act.isPending, error: act.error };
}
