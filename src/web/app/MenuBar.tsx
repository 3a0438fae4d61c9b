import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link } from 'react-aria-components/Link';
import { Button as UiButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { barEntries, currentEntry, type MenuEntry, type MenuGroup } from './menu.ts';
import { MenuGroups } from './SideMenu.tsx';

type MenuBarProps = { readonly menu: readonly MenuGroup[]; readonly path: string };

const cell =
  'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-1 text-note leading-120 -outline-offset-4';

/** Below 900 px: the four most used entries at the thumb, the rest behind 「ほか」. */
export function MenuBar({ menu, path }: MenuBarProps) {
  // Where it was opened: it is closed wherever one has gone from there.
  const [openAt, setOpenAt] = useState<string>();
  const close = () => setOpenAt(undefined);
  const current = currentEntry(menu, path);
  const entries = barEntries(menu);
  const all = menu.flatMap((group) => group.entries);
  return (
    <nav
      aria-label="よく使うメニュー"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-solid-gray-300 bg-white pb-[env(safe-area-inset-bottom)] wide:hidden print:hidden"
    >
      <ul className="flex">
        {entries.map((entry) => (
          <li key={entry.href} className="min-w-0 flex-1">
            <BarLink entry={entry} current={entry === current} />
          </li>
        ))}
        {all.length > entries.length && (
          <li className="min-w-0 flex-1">
            <Button className={cell} onPress={() => setOpenAt(path)}>
              <Icon name="more" />
              ほか
            </Button>
          </li>
        )}
      </ul>
      <Dialog
        open={openAt === path}
        onClose={close}
        title="メニュー"
        actions={<UiButton onPress={close}>閉じる</UiButton>}
      >
        <MenuGroups menu={menu} path={path} />
      </Dialog>
    </nav>
  );
}

function BarLink({ entry, current }: { readonly entry: MenuEntry; readonly current: boolean }) {
  return (
    <Link
      href={entry.href}
      {...(current && { 'aria-current': 'page' as const })}
      className={`${cell} ${current ? 'font-700 text-blue-900' : ''}`}
    >
      <Icon name={entry.icon} />
      <span className="max-w-full truncate">{entry.short ?? entry.title}</span>
    </Link>
  );
}
