import { MemberSelect } from '#web/identity/index.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import type { ShownRisk } from './calls.ts';
import type { RiskDraft } from './risk-draft.ts';

type RiskFieldsProps = {
  readonly facilityId: string;
  readonly draft: RiskDraft;
  /** Who answers for the risk as it is saved. */
  readonly standing: ShownRisk['owner'];
  readonly faults: FieldFaults;
  readonly change: (next: Partial<RiskDraft>) => void;
};

export function RiskFields(props: RiskFieldsProps) {
  const { facilityId, draft, standing, faults, change } = props;
  return (
    <>
      <TextField
        label="どんなリスクか"
        name="title"
        required
        maxLength={200}
        help="例：保守の回線から入られ、検査の機器が止まる"
        value={draft.title}
        onChange={(title) => change({ title })}
        error={faults.title}
      />
      <Causes {...props} />
      <Consequence {...props} />
      <MemberSelect
        facilityId={facilityId}
        value={draft.ownerId}
        standing={standing}
        onChange={(ownerId) => change({ ownerId })}
        error={faults.ownerId}
      />
    </>
  );
}

function Causes({ draft, faults, change }: RiskFieldsProps) {
  return (
    <>
      <TextField
        label="守るもの（資産）"
        name="assets"
        help="システム、機器、情報などの名前。いくつもあるときは「、」で区切ります。"
        value={draft.assets}
        onChange={(assets) => change({ assets })}
        error={faults.assets}
      />
      <TextArea
        label="起こりうること（脅威）"
        name="threat"
        rows={2}
        maxLength={1_000}
        help="攻撃、故障、災害、まちがいなど、悪いことの元になるもの。"
        value={draft.threat}
        onChange={(threat) => change({ threat })}
        error={faults.threat}
      />
      <TextArea
        label="弱いところ（脆弱性）"
        name="weakness"
        rows={2}
        maxLength={1_000}
        help="それを許してしまう、仕組みや運用の足りないところ。"
        value={draft.weakness}
        onChange={(weakness) => change({ weakness })}
        error={faults.weakness}
      />
    </>
  );
}

const counts = [
  ['outageHours', '止まる時間（時間）'],
  ['patients', '影響する患者（人）'],
  ['leaked', '情報が漏れる人（人）'],
] as const;

function Consequence({ draft, faults, change }: RiskFieldsProps) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-700">診療への影響</legend>
      <p className="text-help text-solid-gray-700">分かるところだけで構いません。数は、見積もりの目安に使います。</p>
      <TextField
        label="止まる業務"
        name="careFunction"
        maxLength={100}
        help="例：外来の受付、検体検査、電子カルテ"
        value={draft.careFunction}
        onChange={(careFunction) => change({ careFunction })}
        error={faults.careFunction}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        {counts.map(([field, label]) => (
          <TextField
            key={field}
            label={label}
            name={field}
            value={draft[field]}
            onChange={(value) => change({ [field]: value })}
            error={faults[field]}
          />
        ))}
      </div>
    </fieldset>
  );
}
