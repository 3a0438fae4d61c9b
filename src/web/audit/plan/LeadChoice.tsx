import { barsFromAll, involvementWords } from '#core/audit/independence.ts';
import { Button } from '#web/ui/Button.tsx';
import { Select } from '#web/ui/Select.tsx';
import { withLeadElsewhere } from './plan-draft.ts';
import type { PlanPart } from './plan-part.ts';

const nobody = 'nobody';

/** Who leads the audit, and who holds the role but cannot audit, with the reason. */
export function LeadChoice({ choices, draft, faults, change }: PlanPart) {
  const barred = choices.auditors.filter(({ involvements }) => barsFromAll(involvements).length > 0);
  const free = choices.auditors.filter((auditor) => !barred.includes(auditor));
  return (
    <div className="flex flex-col gap-3">
      {choices.auditors.length === 0 && (
        <p className="measure">
          監査担当の役割の人がいません。「職員と役割」で役割を決めるか、外部の監査人を監査担当として招いてください。
        </p>
      )}
      <Select
        label="責任者"
        name="lead"
        help="監査を始め、報告する人です。"
        options={[
          { value: nobody, label: 'まだ決めない' },
          ...free.map(({ person }) => ({ value: person.id, label: person.name })),
        ]}
        value={draft.leadId ?? nobody}
        onChange={(id) => change({ leadId: id === nobody ? null : id })}
        error={faults.team}
      />
      {barred.map(({ person, involvements }) => (
        <p key={person.id} className="measure text-help text-solid-gray-700">
          {person.name}さんは選べません：{barsFromAll(involvements).map(involvementWords).join('、')}
        </p>
      ))}
      {draft.leadId !== null && (
        <div>
          <Button onPress={() => change(withLeadElsewhere(draft, choices))}>残りの分野を責任者が監査する</Button>
        </div>
      )}
    </div>
  );
}
