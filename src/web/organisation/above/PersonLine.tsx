import type { ReactNode } from 'react';
import { type OrganisationRole, roleTitles } from '#core/identity/role.ts';

type PersonLineProps = {
  readonly name: string;
  readonly roles: readonly OrganisationRole[];
  readonly note?: ReactNode;
  /** What can be done about the person. */
  readonly children: ReactNode;
};

/** One person of an organisation in a list. */
export function PersonLine({ name, roles, note, children }: PersonLineProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <p>
        <span className="block font-700">{name}</span>
        <span className="text-help text-solid-gray-700">{roles.map((role) => roleTitles[role]).join('・')}</span>
        {note && <span className="block text-help text-solid-gray-700">{note}</span>}
      </p>
      {children}
    </li>
  );
}
