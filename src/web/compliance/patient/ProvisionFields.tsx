import { type ProvisionEdit, provisionGrounds, provisionGroundTitles } from '#core/compliance/patient/provision.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { NoNames } from './NoNames.tsx';

type ProvisionFieldsProps = {
  readonly edit: ProvisionEdit;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<ProvisionEdit>) => void;
};

/** To whom, what, when, on what ground, and where it is settled who answers for what. */
export function ProvisionFields({ edit, faults, change }: ProvisionFieldsProps) {
  return (
    <>
      <NoNames />
      <TextField
        label="提供した日"
        name="providedOn"
        type="date"
        required
        value={edit.providedOn}
        onChange={(providedOn) => change({ providedOn })}
        error={faults.providedOn}
      />
      <TextField
        label="提供した相手"
        name="recipient"
        required
        maxLength={200}
        value={edit.recipient}
        onChange={(recipient) => change({ recipient })}
        error={faults.recipient}
      />
      <TextArea
        label="提供した情報の種類"
        name="content"
        required
        rows={2}
        maxLength={500}
        help="患者さんの氏名・番号・病名は書きません。例：紹介状、検査画像"
        value={edit.content}
        onChange={(content) => change({ content })}
        error={faults.content}
      />
      <Ground {...{ edit, faults, change }} />
    </>
  );
}

function Ground({ edit, faults, change }: ProvisionFieldsProps) {
  return (
    <>
      <RadioGroup
        label="根拠"
        inline
        options={provisionGrounds.map((value) => ({ value, label: provisionGroundTitles[value] }))}
        value={edit.ground}
        onChange={(ground) => change({ ground })}
        error={faults.ground}
      />
      <TextField
        label="根拠の説明"
        name="groundNote"
        maxLength={500}
        help="法令の名前と条、同意の書面を置いている所など"
        value={edit.groundNote}
        onChange={(groundNote) => change({ groundNote })}
        error={faults.groundNote}
      />
      <TextField
        label="責任範囲を決めた書面"
        name="agreement"
        maxLength={500}
        help="書面の名前と日付。ファイルは、保存したあとで記録に加えられます。"
        value={edit.agreement}
        onChange={(agreement) => change({ agreement })}
        error={faults.agreement}
      />
    </>
  );
}
