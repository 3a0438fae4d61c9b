import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Link } from '../ui/Link.tsx';
import { Brand } from './Brand.tsx';
import { DemoMark } from './DemoMark.tsx';
import { SkipLink } from './SkipLink.tsx';

type PublicFrameProps = {
  /** A door to the signed-in pages: it does not offer itself again. */
  readonly door?: boolean;
  readonly children?: ReactNode;
};

/** Frame without a menu: top page, self-check, sign-in, set-up. */
export function PublicFrame({ door = false, children = <Outlet /> }: PublicFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-solid-gray-100 bg-white print:hidden">
        <div className="mx-auto flex min-h-14 max-w-7xl items-center justify-between gap-4 px-4 sm:px-6">
          <div className="flex items-center gap-x-4">
            <Brand />
            <span className="hidden sm:inline">
              <DemoMark />
            </span>
          </div>
          <div className="flex shrink-0 gap-x-6">
            <Link href="/words">用語</Link>
            {!door && <Link href="/sign-in">サインイン</Link>}
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-7xl flex-1 px-4 py-4 sm:py-6 unringed sm:px-6 print:p-0"
      >
        <p className="mb-2 empty:hidden sm:hidden">
          <DemoMark />
        </p>
        {children}
      </main>
    </div>
  );
}
