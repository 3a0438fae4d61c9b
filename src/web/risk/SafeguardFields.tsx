import { kindTitles, treatmentKinds } from '#core/risk/treatment.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Select } from '#web/ui/Select.tsx';
import type { TreatmentChoices } from './calls.ts';
import { placeTitles } from './place-titles.ts';
import type { TreatmentDraft } from './treatment-draft.ts';

type SafeguardFieldsProps = {
  readonly draft: TreatmentDraft;
  readonly faults: FieldFaults;
  readonly change: (next: TreatmentDraft) => void;
  readonly choices: TreatmentChoices | undefined;
};

const none = 'none';

/** Where a treatment stands in table 4-1 of the guideline, and whether it prevents or detects. */
export function SafeguardFields({ draft, faults, change, choices }: SafeguardFieldsProps) {
  const lines = choices?.lines ?? [];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-700">ガイドラインの表4-1での場所</legend>
      <p className="text-help text-solid-gray-700">選んでおくと、対応の抜けを「対応の抜け（表4-1）」で見られます。</p>
      <Select
        label="どこを守るか"
        options={[
          { value: none, label: '選ばない' },
          ...lines.map(({ id, place, title }) => ({ value: id, label: `${placeTitles[place]}：${title}` })),
        ]}
        value={draft.lineId ?? none}
        onChange={(id) => change({ ...draft, lineId: id === none ? null : id })}
        error={faults.lineId}
      />
      <Select
        label="防ぐか、気づくか"
        help="防ぐ：起きないようにする。気づく：起きたことを見つける。"
        options={[
          { value: none, label: '選ばない' },
          ...treatmentKinds.map((value) => ({ value, label: kindTitles[value] })),
        ]}
        value={draft.kind ?? none}
        onChange={(kind) => change({ ...draft, kind: kind === none ? null : kind })}
      />
    </fieldset>
  );
}
