import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import type { PlanPart } from './plan-part.ts';

/** The systems the audit looks at: those the facility has recorded, and others by their names. */
export function SystemChoice({ choices, draft, faults, change }: PlanPart) {
  const recorded = choices.systems.length > 0;
  return (
    <>
      {recorded && (
        <CheckboxGroup
          label="対象のシステム"
          help="「事業者のシステム」に書いたものです。頼みごと・聞き取り・指摘で、どのシステムについてかを選べます。"
          value={draft.systems}
          onChange={(systems) => change({ systems: [...systems] })}
        >
          <div className="grid sm:grid-cols-2">
            {choices.systems.map((system) => (
              <Checkbox key={system} value={system}>
                {system}
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
      <TextField
        label={recorded ? 'ほかの対象のシステム' : '対象のシステム'}
        name="systems"
        rows={2}
        maxLength={1_000}
        help="1行に1つずつ書きます。例：遠隔保守の回線"
        value={draft.otherSystems}
        onChange={(otherSystems) => change({ otherSystems })}
        error={faults.systems}
      />
    </>
  );
}
