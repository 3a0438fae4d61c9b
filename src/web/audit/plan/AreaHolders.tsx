import { drawnItems } from '#core/audit/audit-scope.ts';
import { barsFromAll, involvementWords, speaksAgainst } from '#core/audit/independence.ts';
import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { FaultWords } from '#web/ui/field-parts.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { ChoicesView } from '../calls.ts';
import type { PlanPart } from './plan-part.ts';

const nobody = 'nobody';

/** The scope area by area, and who of those independent of it has each; areas in which only a clause asks something stand in it too. */
export function AreaHolders({ choices, draft, faults, change, begun }: PlanPart) {
  const drawn = drawnItems(draft, choices);
  const none = draft.areas.length === 0;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-700">対象の分野と、監査する人</legend>
      <p className="mb-1 text-help text-solid-gray-700">条項やシステムだけを監査するときは、分野をすべて外します。</p>
      {faults.areas && <FaultWords error={faults.areas} />}
      {!begun && (
        <div className="mb-2">
          <Button onPress={() => change({ areas: none ? choices.areas.map(({ id }) => id) : [] })}>
            {none ? '分野をすべて選ぶ' : '分野をすべて外す'}
          </Button>
        </div>
      )}
      <ul>
        {choices.areas.map((area) => (
          <AreaRow
            key={area.id}
            {...{ area, auditors: choices.auditors, begun }}
            whole={draft.areas.includes(area.id)}
            drawn={drawn.filter(({ areaId }) => areaId === area.id).map(({ id }) => id)}
            holder={draft.holders[area.id] ?? null}
            onScope={(inScope) => {
              const others = draft.areas.filter((id) => id !== area.id);
              change({ areas: inScope ? [...others, area.id] : others });
            }}
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
  readonly whole: boolean;
  /** The items clauses in scope ask in it, where it is not in scope as a whole. */
  readonly drawn: readonly string[];
  readonly holder: string | null;
  readonly onScope: (inScope: boolean) => void;
  readonly onHolder: (personId: string | null) => void;
};

function AreaRow({ area, auditors, begun, whole, drawn, holder, onScope, onHolder }: AreaRowProps) {
  const able = auditors.filter(({ involvements }) => barsFromAll(involvements).length === 0);
  const free = able.filter(({ involvements }) => speaksAgainst(involvements, area.id).length === 0);
  const tied = able.filter((auditor) => !free.includes(auditor));
  const inScope = whole || drawn.length > 0;
  return (
    <li className="grid items-center gap-x-4 border-t border-solid-gray-100 py-2 first:border-t-0 sm:grid-cols-[1fr_16rem]">
      <Checkbox checked={whole} onChange={onScope} disabled={begun}>
        {area.title}
        {drawn.length > 0 && (
          <span className="block text-help text-solid-gray-700">対象の条項の設問だけ：{drawn.join('、')}</span>
        )}
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
