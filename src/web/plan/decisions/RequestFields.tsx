import { requestKindTitles, writtenKinds } from '#core/plan/decision/request-kind.ts';
import { requestTexts } from '#core/plan/decision/request-text.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Select } from '#web/ui/Select.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import type { RequestDraft } from './request-draft.ts';

type RequestFieldsProps = {
  readonly draft: RequestDraft;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<RequestDraft>) => void;
};

const kinds = writtenKinds.map((value) => ({ value, label: requestKindTitles[value] }));

/** What somebody says of a matter to be decided. */
export function RequestFields(props: RequestFieldsProps) {
  return (
    <>
      <What {...props} />
      <CostAndDay {...props} />
      <Consequences {...props} />
    </>
  );
}

function What({ draft, faults, change }: RequestFieldsProps) {
  return (
    <>
      <Select
        label="種類"
        options={kinds}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        error={faults.kind}
      />
      <TextField
        label="決めてほしいこと"
        name="title"
        required
        maxLength={requestTexts.title.most}
        help="「〜を決める」のように、1つだけ。"
        value={draft.title}
        onChange={(title) => change({ title })}
        error={faults.title}
      />
      <TextArea
        label="内容"
        name="matter"
        required
        maxLength={requestTexts.matter.most}
        help="決めるのに要ることを、専門の言葉を使わずに。"
        value={draft.matter}
        onChange={(matter) => change({ matter })}
        error={faults.matter}
      />
    </>
  );
}

function CostAndDay({ draft, faults, change }: RequestFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label="費用（円）"
        name="cost"
        help="まだ分からなければ、空にします。"
        value={draft.cost}
        onChange={(cost) => change({ cost })}
        error={faults.cost}
      />
      <TextField
        label="いつまでに決めるか"
        name="neededBy"
        type="date"
        help="期限がなければ、空にします。"
        value={draft.neededBy}
        onChange={(neededBy) => change({ neededBy })}
        error={faults.neededBy}
      />
    </div>
  );
}

function Consequences({ draft, faults, change }: RequestFieldsProps) {
  return (
    <>
      <TextArea
        label="効果"
        name="effect"
        required
        maxLength={requestTexts.effect.most}
        rows={2}
        help="決めると、何が良くなるか。"
        value={draft.effect}
        onChange={(effect) => change({ effect })}
        error={faults.effect}
      />
      <TextArea
        label="決めないと"
        name="waiting"
        required
        maxLength={requestTexts.waiting.most}
        rows={2}
        help="決めないままだと、何が起きるか、いくらかかるか。"
        value={draft.waiting}
        onChange={(waiting) => change({ waiting })}
        error={faults.waiting}
      />
    </>
  );
}
