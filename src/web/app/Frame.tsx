import type { ReactNode } from 'react';
import { Link } from '../ui/Link.tsx';
import { Tag } from '../ui/Tag.tsx';
import { Brand } from './Brand.tsx';
import { DemoMark } from './DemoMark.tsx';
import { type FacilityDoor, FacilitySwitch } from './FacilitySwitch.tsx';
import { MenuBar } from './MenuBar.tsx';
import type { MenuGroup } from './menu.ts';
import { PersonMenu, type PersonMenuProps } from './PersonMenu.tsx';
import { SideMenu } from './SideMenu.tsx';
import { SkipLink } from './SkipLink.tsx';

type FrameProps = {
  readonly home: string;
  readonly facility?: {
    readonly name: string;
    readonly badge?: string;
    /** Other facilities of this person. */
    readonly others: readonly FacilityDoor[];
  };
  /** 「令和8年度」 */
  readonly year?: ReactNode;
  readonly person: PersonMenuProps;
  readonly menu: readonly MenuGroup[];
  /** Path of the open page. */
  readonly path: string;
  readonly children: ReactNode;
};

/** Frame of every page for signed-in people. */
export function Frame({ home, facility, year, person, menu, path, children }: FrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-30 border-b border-solid-gray-100 bg-white print:hidden">
        <div className="flex min-h-14 items-center gap-x-4 px-4 sm:gap-x-6 sm:px-6">
          <Brand href={home} />
          <span className="hidden shrink-0 wide:inline">
            <DemoMark />
          </span>
          {facility && (
            <div className="flex min-w-0 flex-1 items-center gap-x-4">
              <FacilitySwitch name={facility.name} others={facility.others} />
              {facility.badge && (
                <span className="hidden shrink-0 sm:inline">
                  <Tag>{facility.badge}</Tag>
                </span>
              )}
            </div>
          )}
          <div className="ml-auto flex shrink-0 items-center gap-4 text-help text-solid-gray-700">
            {year && <span className="hidden sm:inline">{year}</span>}
            <PersonMenu {...person} />
          </div>
        </div>
      </header>
      <div className="flex flex-1 items-stretch">
        {menu.length > 0 && <SideMenu menu={menu} path={path} />}
        <div
          className={`flex min-w-0 flex-1 flex-col px-4 pb-16 sm:px-7 wide:pb-2 print:p-0 ${menu.length > 0 ? '' : 'mx-auto max-w-4xl'}`}
        >
          <main id="main" tabIndex={-1} className="flex-1 py-6 unringed print:p-0">
            <p className="mb-2 empty:hidden wide:hidden">
              <DemoMark />
            </p>
            {children}
          </main>
          <footer className="py-2 text-help print:hidden">
            <Link href="/words">用語</Link>
          </footer>
        </div>
      </div>
      {menu.length > 0 && <MenuBar menu={menu} path={path} />}
    </div>
  );
}
