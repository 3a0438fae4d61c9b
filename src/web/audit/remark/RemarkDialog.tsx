import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type FindingPlace, placeWords } from '#core/audit/finding-place.ts';
import { type RemarkWords, remarkConclusions } from '#core/audit/remark.ts';
import { conclusionHelp, conclusionTitles } from '#core/sheet/conclusion.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import { audits, type ShownRemark } from '../calls.ts';
import { InquiryDialog } from '../inquiry/InquiryDialog.tsx';
import { useSaving } from '../inquiry/use-saving.ts';

/** A clause or a system of the scope, where something can be remarked. */
export type RemarkPlace = Exclude<FindingPlace, { readonly kind: 'item' }>;

type RemarkDialogProps = {
  readonly path: { readonly facilityId: string; readonly auditId: string };
  readonly place: RemarkPlace;
  /** What is changed; undefined where something new is written. */
  readonly remark: ShownRemark | undefined;
  readonly onClose: () => void;
};

const options = remarkConclusions.map((value) => {
  return { value, label: conclusionTitles[value], help: conclusionHelp[value] };
});

type Draft = { readonly conclusion: RemarkWords['conclusion'] | null; readonly statement: string };

/** Writes what was found at a clause or a system, or writes it anew. */
export function RemarkDialog({ path, place, onClose, ...props }: RemarkDialogProps) {
  const remark = useAtOpening(props.remark);
  const [draft, setDraft] = useState<Draft>({
    conclusion: remark?.conclusion ?? null,
    statement: remark?.statement ?? '',
  });
  const { save, isPending, error } = useRemarking(path, place, { remark, onClose });
  return (
    <InquiryDialog
      title={`所見を${remark ? '直す' : '書く'}（${placeWords(place)}）`}
      button="所見を保存する"
      saving={{ isPending, error }}
      fields={['conclusion', 'statement']}
      onSend={() => save(draft)}
      onClose={onClose}
    >
      {(faults) => <Fields {...{ draft, faults }} change={(next) => setDraft({ ...draft, ...next })} />}
    </InquiryDialog>
  );
}

type FieldsProps = {
  readonly draft: Draft;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<Draft>) => void;
};

const Fields = ({ draft, faults, change }: FieldsProps) => (
  <>
    <RadioGroup
      label="結論"
      required
      options={options}
      value={draft.conclusion}
      onChange={(conclusion) => change({ conclusion })}
      error={faults.conclusion}
    />
    <TextArea
      label="所見"
      name="statement"
      required
      rows={5}
      maxLength={2_000}
      help="何を見て、何が分かったか。報告すると、このまま指摘か良い点になります。"
      value={draft.statement}
      onChange={(statement) => change({ statement })}
      error={faults.statement}
    />
  </>
);

function useRemarking(
  path: RemarkDialogProps['path'],
  place: RemarkPlace,
  { remark, onClose }: Pick<RemarkDialogProps, 'remark' | 'onClose'>,
) {
  const saving = useSaving('所見を保存しました。', onClose);
  const add = useMutation(audits.remark.mutationOptions(saving));
  const edit = useMutation(audits.editRemark.mutationOptions(saving));
  return {
    isPending: add.isPending || edit.isPending,
    error: add.error ?? edit.error,
    save: ({ conclusion, statement }: Draft) => {
      // A conclusion nobody has chosen is refused by the server, in its words and at its field.
      const words = { conclusion: conclusion as RemarkWords['conclusion'], statement };
      if (remark) {
        const { id: remarkId, revision } = remark;
        return edit.mutate({ facilityId: path.facilityId, remarkId, revision, ...words });
      }
      const clauseId = place.kind === 'clause' ? place.clause.id : null;
      return add.mutate({ ...path, ...words, clauseId, system: place.kind === 'system' ? place.system : '' });
    },
  };
}
