import { useId } from 'react';
import { Link } from 'react-aria-components/Link';
import { Badge } from '../ui/Tag.tsx';
import { currentEntry, type MenuEntry, type MenuGroup } from './menu.ts';

type SideMenuProps = { readonly menu: readonly MenuGroup[]; readonly path: string };

export function SideMenu({ menu, path }: SideMenuProps) {
  return (
    <div className="hidden w-52 shrink-0 border-r border-solid-gray-100 bg-white wide:block print:hidden">
      <nav aria-label="メニュー" className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto py-6">
        <MenuGroups menu={menu} path={path} />
      </nav>
    </div>
  );
}

/** The groups of the menu, each a list under its heading. */
export function MenuGroups({ menu, path }: SideMenuProps) {
  const current = currentEntry(menu, path);
  const id = useId();
  return menu.map((group, place) => (
    <section key={group.title} aria-labelledby={`${id}-${place}`} className="mb-3">
      <h2 id={`${id}-${place}`} className="px-5 py-1 text-note text-solid-gray-700">
        {group.title}
      </h2>
      <ul>
        {group.entries.map((entry) => (
          <li key={entry.href}>
            <MenuLink entry={entry} current={entry === current} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function MenuLink({ entry, current }: { readonly entry: MenuEntry; readonly current: boolean }) {
  return (
    <Link
      href={entry.href}
      {...(current && { 'aria-current': 'page' as const })}
      className={`flex min-h-11 items-center justify-between gap-2 border-l-4 px-4 ${
        current ? 'border-blue-900 bg-blue-50 font-700 text-blue-900' : 'border-transparent hover:bg-solid-gray-50'
      } -outline-offset-2`}
    >
      {entry.title}
      <Badge count={entry.waiting ?? 0} label="件が待っています" />
    </Link>
  );
}
