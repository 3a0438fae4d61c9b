import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import type { PlanPart } from './plan-part.ts';

/** The clauses of the guideline the audit looks at. */
export function ClauseChoice({ choices, draft, faults, change }: PlanPart) {
  return (
    <Disclosure title={`対象の条項を選ぶ（${draft.clauses.length}）`} printedAsSeen>
      <CheckboxGroup
        label="対象の条項"
        help="ガイドライン経営管理編の遵守事項です。"
        value={draft.clauses}
        onChange={(clauses) => change({ clauses: [...clauses] })}
        error={faults.clauses}
      >
        <div className="relative max-h-96 overflow-y-auto rounded-8 border border-solid-gray-300 p-2">
          {choices.clauses.map(({ id, title }) => (
            <Checkbox key={id} value={id}>
              {title}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
    </Disclosure>
  );
}
