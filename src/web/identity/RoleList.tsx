import { type InvitedRole, roleTitles } from '#core/identity/role.ts';
import { roleWords } from './role-words.ts';

/** Roles with what each is for. */
export function RoleList({ roles }: { readonly roles: readonly InvitedRole[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {roles.map((role) => (
        <li key={role}>
          <p className="font-700">{roleTitles[role]}</p>
          <p className="text-help text-solid-gray-700">{roleWords[role]}</p>
        </li>
      ))}
    </ul>
  );
}
