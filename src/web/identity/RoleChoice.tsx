import { type FacilityRole, facilityRoles, roleTitles } from '#core/identity/role.ts';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { roleWords } from './role-words.ts';

type RoleChoiceProps = {
  readonly value: readonly FacilityRole[];
  readonly onChange: (roles: readonly FacilityRole[]) => void;
  readonly error?: string | undefined;
};

/** Roles to give, each with what it is for. */
export function RoleChoice({ value, onChange, error }: RoleChoiceProps) {
  return (
    <CheckboxGroup
      label="役割"
      help="いくつでも選べます。"
      required
      value={value}
      onChange={(chosen) => onChange(facilityRoles.filter((role) => chosen.includes(role)))}
      error={error}
    >
      {facilityRoles.map((role) => (
        <Checkbox key={role} value={role}>
          <span className="block">{roleTitles[role]}</span>
          <span className="block text-help text-solid-gray-700">{roleWords[role]}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
