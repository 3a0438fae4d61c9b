import { barsFromAll, involvementWords, speaksAgainst } from '#core/audit/independence.ts';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { FaultWords } from '#web/ui/field-parts.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { ChoicesView } from '../calls.ts';
import type { PlanPart } from './plan-part.ts';

const nobody = 'nobody';

/** The scope area by area, and who of those independent of it has each. */
export function AreaHolders({ choices, draft, faults, change, begun }: PlanPart) {
  const without = (area: string) => Object.fromEntries(Object.entries(draft.holders).filter(([id]) => id !== area));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-700">対象の分野と、監査する人</legend>
      {faults.areas && <FaultWords error={faults.areas} />}
      <ul>
        {choices.areas.map((area) => (
          <AreaRow
            key={area.id}
            {...{ area, auditors: choices.auditors, begun }}
            holder={draft.holders[area.id]}
            onScope={(inScope) =>
              change({ holders: inScope ? { ...draft.holders, [area.id]: null } : without(area.id) })
            }
            onHolder={(holder) => change({ holders: { ...draft.holders, [area.id]: holder } })}
          />
        ))}
      </ul>
    </fieldset>
  );
}

type AreaRowProps = {
  readonly area: ChoicesView['areas'][number];
  readonly auditors: ChoicesView['auditors'];
  readonly begun: boolean;
  /** Undefined where the area is out of scope. */
  readonly holder: string | null | undefined;
  readonly onScope: (inScope: boolean) => void;
  readonly onHolder: (personId: string | null) => void;
};

function AreaRow({ area, auditors, begun, holder, onScope, onHolder }: AreaRowProps) {
  const able = auditors.filter(({ involvements }) => barsFromAll(involvements).length === 0);
  const free = able.filter(({ involvements }) => speaksAgainst(involvements, area.id).length === 0);
  const tied = able.filter((auditor) => !free.includes(auditor));
  const inScope = holder !== undefined;
  return (
    <li className="grid items-center gap-x-4 border-t border-solid-gray-100 py-2 first:border-t-0 sm:grid-cols-[1fr_16rem]">
      <Checkbox checked={inScope} onChange={onScope} disabled={begun}>
        {area.title}
      </Checkbox>
      {inScope && (
        <Select
          label={`${area.title}を監査する人`}
          labelHidden
          options={[
            { value: nobody, label: 'まだ決めない' },
            ...free.map(({ person }) => ({ value: person.id, label: person.name })),
          ]}
          value={holder ?? nobody}
          onChange={(id) => onHolder(id === nobody ? null : id)}
        />
      )}
      {inScope &&
        tied.map(({ person, involvements }) => (
          <p key={person.id} className="col-span-full text-help text-solid-gray-700">
            {person.name}さんは選べません：{speaksAgainst(involvements, area.id).map(involvementWords).join('、')}
          </p>
        ))}
    </li>
  );
}
