import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sheetQuery } from '#web/catalogue/index.ts';
import { MemberSelect } from '#web/identity/index.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Select } from '#web/ui/Select.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { audits, type ShownAudit } from '../calls.ts';
import { InquiryDialog } from './InquiryDialog.tsx';
import { latestItems } from './latest-items.ts';
import { SystemSelect } from './SystemSelect.tsx';
import { useSaving } from './use-saving.ts';

type AskDialogProps = { readonly facilityId: string; readonly audit: ShownAudit; readonly onClose: () => void };

const none = 'none';
const nothing = { itemId: none, system: '', wanted: '', ofId: '', dueOn: '' };

/** Asks somebody of the facility for evidence or words. */
export function AskDialog({ facilityId, audit, onClose }: AskDialogProps) {
  const [draft, setDraft] = useState(nothing);
  const ask = useMutation(audits.ask.mutationOptions(useSaving('証跡や説明を頼みました。', onClose)));
  const send = () => {
    const itemId = draft.itemId === none ? null : draft.itemId;
    ask.mutate({ facilityId, auditId: audit.id, ...draft, itemId });
  };
  return (
    <InquiryDialog
      title="証跡や説明を頼む"
      button="証跡や説明を頼む"
      saving={ask}
      fields={['wanted', 'ofId', 'dueOn']}
      onSend={send}
      onClose={onClose}
    >
      {(faults) => (
        <Fields {...{ facilityId, audit, draft, faults }} change={(next) => setDraft({ ...draft, ...next })} />
      )}
    </InquiryDialog>
  );
}

type FieldsProps = Pick<AskDialogProps, 'facilityId' | 'audit'> & {
  readonly draft: typeof nothing;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<typeof nothing>) => void;
};

function Fields({ facilityId, audit, draft, faults, change }: FieldsProps) {
  const sheet = useQuery(sheetQuery(audit.sheetId)).data?.sheet;
  const field = (name: 'wanted' | 'dueOn') => ({
    name,
    required: true,
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: faults[name],
  });
  return (
    <>
      <Select
        label="設問"
        options={[{ value: none, label: 'どの設問でもない' }, ...latestItems(sheet, audit.areas)]}
        value={draft.itemId}
        onChange={(itemId) => change({ itemId })}
      />
      <SystemSelect systems={audit.systems} value={draft.system} onChange={(system) => change({ system })} />
      <TextArea
        label="頼むこと"
        {...field('wanted')}
        maxLength={500}
        help="例：今年度の棚卸しの記録（部署の印のあるもの）"
      />
      <MemberSelect
        label="頼む相手"
        name="ofId"
        required
        facilityId={facilityId}
        value={draft.ofId || null}
        standing={null}
        onChange={(id) => change({ ofId: id ?? '' })}
        error={faults.ofId}
      />
      <TextField label="期限" {...field('dueOn')} type="date" />
    </>
  );
}
