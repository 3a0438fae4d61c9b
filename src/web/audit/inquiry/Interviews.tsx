import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { audits, type ShownAudit } from '../calls.ts';
import { InquiryDialog } from './InquiryDialog.tsx';
import { SystemSelect } from './SystemSelect.tsx';
import { useSaving } from './use-saving.ts';

type InterviewsProps = { readonly facilityId: string; readonly audit: ShownAudit };

/** What executives and others said: the working papers of the team. */
export function Interviews({ facilityId, audit }: InterviewsProps) {
  const [writing, write] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      {audit.interviews.length === 0 && (
        <p className="measure">
          院長や事務長に、決めたこと・知っていること・困っていることを聞きます。書いたことは、監査する人だけが見ます。
        </p>
      )}
      <ul className="flex flex-col gap-2 empty:hidden">
        {audit.interviews.map(({ id, withWhom, system, heldOn, said }) => (
          <li key={id} className="rounded-8 bg-solid-gray-50 p-3">
            <p>
              <strong>{withWhom}</strong>
              <span className="ml-3 text-help text-solid-gray-700">
                {japaneseDay(heldOn)}
                {system && `・${system}`}
              </span>
            </p>
            <p className="measure mt-1 break-words whitespace-pre-line">{said}</p>
          </li>
        ))}
      </ul>
      {audit.reportedAt === null && (
        <div>
          <Button onPress={() => write(true)}>聞き取りを書く</Button>
        </div>
      )}
      {writing && <InterviewDialog {...{ facilityId, audit }} onClose={() => write(false)} />}
    </div>
  );
}

const nothing = { system: '', withWhom: '', heldOn: '', said: '' };

function InterviewDialog({ facilityId, audit, onClose }: InterviewsProps & { readonly onClose: () => void }) {
  const [draft, setDraft] = useState(nothing);
  const save = useMutation(audits.interview.mutationOptions(useSaving('聞き取りを保存しました。', onClose)));
  return (
    <InquiryDialog
      title="聞き取りを書く"
      button="聞き取りを保存する"
      saving={save}
      fields={['withWhom', 'heldOn', 'said']}
      onSend={() => save.mutate({ facilityId, auditId: audit.id, ...draft })}
      onClose={onClose}
    >
      {(faults) => <Fields {...{ audit, draft, faults }} change={(next) => setDraft({ ...draft, ...next })} />}
    </InquiryDialog>
  );
}

type FieldsProps = Pick<InterviewsProps, 'audit'> & {
  readonly draft: typeof nothing;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<typeof nothing>) => void;
};

function Fields({ audit, draft, faults, change }: FieldsProps) {
  const field = (name: Exclude<keyof typeof nothing, 'system'>) => ({
    name,
    required: true,
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: faults[name],
  });
  return (
    <>
      <TextField label="聞いた相手" {...field('withWhom')} maxLength={100} help="例：院長" />
      <TextField label="聞いた日" {...field('heldOn')} type="date" />
      <SystemSelect systems={audit.systems} value={draft.system} onChange={(system) => change({ system })} />
      <TextArea
        label="聞いたことと、答え"
        {...field('said')}
        rows={6}
        maxLength={4_000}
        help="保存すると直せません。違っていたら、続きを新しく書きます。"
      />
    </>
  );
}
