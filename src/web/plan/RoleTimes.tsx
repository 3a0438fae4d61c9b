import { roleText } from '#core/catalogue/role-text.ts';
import { quarterTitles } from '#core/plan/schedule.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { type RoleDraft, roleField } from './wish-draft.ts';

type RoleTimesProps = {
  /** Roles that carry measures of the sheet. */
  readonly known: readonly string[];
  /** The first quarter still to come, from 1. */
  readonly from: number;
  readonly value: readonly RoleDraft[];
  readonly onChange: (value: readonly RoleDraft[]) => void;
  readonly faults: FieldFaults;
};

/** What single roles have in each quarter, for those who know it. */
export function RoleTimes({ known, from, value, onChange, faults }: RoleTimesProps) {
  const left = known.filter((role) => !value.some((one) => one.role === role));
  return (
    <Disclosure title={`担当と四半期ごとに、使える人日を決める（${value.length}件）`} printedAsSeen>
      <div className="flex flex-col gap-4 pb-4">
        <p className="text-help text-solid-gray-700">
          決めた担当の対策は、この人日の中で選びます。決めない担当は、上の手間の合計だけで選びます。空欄は0人日です。使わなかった人日は、あとの四半期に回します。2つ以上の担当でする対策は、人日を等しく分けて数えます。
        </p>
        {value.map((role) => (
          <RoleRow
            key={role.role}
            value={role}
            from={from}
            faults={faults}
            onChange={(next) => onChange(value.map((one) => (one.role === next.role ? next : one)))}
            onRemove={() => onChange(value.filter((one) => one !== role))}
          />
        ))}
        {left.length > 0 && (
          <Select
            label="担当を加える"
            options={left.map((role) => ({ value: role, label: roleText(role) }))}
            value={null}
            onChange={(role) => onChange([...value, { role, days: ['', '', '', ''] }])}
          />
        )}
      </div>
    </Disclosure>
  );
}

type RoleRowProps = {
  readonly value: RoleDraft;
  readonly from: number;
  readonly faults: FieldFaults;
  readonly onChange: (value: RoleDraft) => void;
  readonly onRemove: () => void;
};

function RoleRow({ value: { role, days }, from, faults, onChange, onRemove }: RoleRowProps) {
  const [one, two, three, four] = days;
  const change = (at: number, typed: string) => {
    const next = [one, two, three, four].map((old, place) => (place === at ? typed : old));
    const [first = '', second = '', third = '', fourth = ''] = next;
    onChange({ role, days: [first, second, third, fourth] });
  };
  return (
    <fieldset className="rounded-8 border border-solid-gray-100 p-3">
      <legend className="px-1 font-700">{roleText(role)}の人日</legend>
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-4">
        {quarterTitles.map((title, at) =>
          at + 1 < from ? null : (
            <TextField
              key={title}
              label={title}
              inputMode="text"
              value={days[at] ?? ''}
              onChange={(typed) => change(at, typed)}
              error={faults[roleField(role, at)]}
            />
          ),
        )}
        <Button onPress={onRemove} label={`${roleText(role)}を外す`}>
          外す
        </Button>
      </div>
    </fieldset>
  );
}
