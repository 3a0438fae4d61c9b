import { useQuery } from '@tanstack/react-query';
import { Select } from '#web/ui/Select.tsx';
import { membersQuery } from './queries.ts';

type MemberSelectProps = {
  readonly facilityId: string;
  readonly value: string | null;
  /** Who has it now: stays in the list after leaving the facility. */
  readonly standing: { readonly id: string; readonly name: string } | null;
  readonly onChange: (personId: string | null) => void;
  readonly error: string | undefined;
  readonly label?: string;
};

const nobody = 'nobody';

/** Who of the facility sees to something, or nobody yet. */
export function MemberSelect({ facilityId, value, standing, onChange, error, label = '担当' }: MemberSelectProps) {
  const { data: members = [] } = useQuery(membersQuery(facilityId));
  const people = members.map(({ personId, name }) => ({ value: personId, label: name }));
  const isKnown = standing === null || people.some((one) => one.value === standing.id);
  const gone = isKnown ? [] : [{ value: standing.id, label: standing.name }];
  return (
    <Select
      label={label}
      options={[{ value: nobody, label: '決まっていない' }, ...gone, ...people]}
      value={value ?? nobody}
      onChange={(id) => onChange(id === nobody ? null : id)}
      error={error}
    />
  );
}
