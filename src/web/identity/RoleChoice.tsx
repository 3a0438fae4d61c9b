import { type InvitedRole, roleTitles } from '#core/identity/role.ts';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { roleWords } from './role-words.ts';

type RoleChoiceProps<Given extends InvitedRole> = {
  readonly choices: readonly Given[];
  readonly value: readonly Given[];
  readonly onChange: (roles: readonly Given[]) => void;
  readonly error?: string | undefined;
};

/** Roles to give, each with what it is for. */
export function RoleChoice<Given extends InvitedRole>({ choices, value, onChange, error }: RoleChoiceProps<Given>) {
  return (
    <CheckboxGroup
      label="役割"
      help="いくつでも選べます。"
      required
      value={value}
      onChange={(chosen) => onChange(choices.filter((role) => chosen.includes(role)))}
      error={error}
    >
      {choices.map((role) => (
        <Checkbox key={role} value={role}>
          <span className="block">{roleTitles[role]}</span>
          <span className="block text-help text-solid-gray-700">{roleWords[role]}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
