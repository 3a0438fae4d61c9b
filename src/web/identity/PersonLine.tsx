import type { ReactNode } from 'react';
import { type Role, roleTitles } from '#core/identity/role.ts';
import { Tag } from '#web/ui/Tag.tsx';

type PersonLineProps = {
  readonly name: string;
  readonly mark?: ReactNode;
  readonly roles: readonly Role[];
  readonly note?: ReactNode;
  readonly action?: ReactNode;
};

/** One person in a list: name, roles, what can be done. */
export function PersonLine({ name, mark, roles, note, action }: PersonLineProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-32">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-700">{name}</span>
          {mark && <span className="text-help text-solid-gray-700">{mark}</span>}
        </p>
        <p className="mt-1 flex flex-wrap gap-1.5">
          {roles.map((role) => (
            <Tag key={role}>{roleTitles[role]}</Tag>
          ))}
        </p>
        {note && <p className="mt-1 text-help text-solid-gray-700">{note}</p>}
      </div>
      {action}
    </li>
  );
}
