import { useQuery } from '@tanstack/react-query';
import type { Role } from '#core/identity/role.ts';
import { Select } from '#web/ui/Select.tsx';
import { membersQuery } from './queries.ts';

type MemberSelectProps = {
  readonly facilityId: string;
  readonly value: string | null;
  /** Who has it now: stays in the list after leaving the facility, marked so. */
  readonly standing: { readonly id: string; readonly name: string; readonly left?: boolean } | null;
  readonly onChange: (personId: string | null) => void;
  readonly error: string | undefined;
  readonly label?: string;
  readonly name?: string;
  readonly required?: boolean;
  /** Whom of them it may be, by their roles; all where it is not said. */
  readonly able?: (roles: readonly Role[]) => boolean;
};

const nobody = 'nobody';

/** Who of the facility sees to something, or nobody yet. */
export function MemberSelect(props: MemberSelectProps) {
  const { facilityId, value, standing, onChange, error, label = '担当', able = () => true } = props;
  const { data: members = [] } = useQuery(membersQuery(facilityId));
  const people = members
    .filter(({ roles }) => able(roles))
    .map(({ personId, name }) => ({ value: personId, label: name }));
  const isKnown = standing === null || people.some((one) => one.value === standing.id);
  const gone = isKnown
    ? []
    : [{ value: standing.id, label: standing.left ? `${standing.name}（もう施設にいません）` : standing.name }];
  return (
    <Select
      label={label}
      {...(props.name && { name: props.name })}
      required={props.required ?? false}
      options={[{ value: nobody, label: '決まっていない' }, ...gone, ...people]}
      value={value ?? nobody}
      onChange={(id) => onChange(id === nobody ? null : id)}
      error={error}
    />
  );
}
