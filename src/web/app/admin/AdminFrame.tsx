import { Outlet, useLocation } from '@tanstack/react-router';
import { useSession } from '#web/identity/index.ts';
import { Frame } from '../Frame.tsx';
import { usePersonMenu } from '../use-person-menu.ts';
import { adminMenu } from './admin-menu.ts';

/** Around the pages of the whole installation. */
export function AdminFrame() {
  const session = useSession();
  const person = usePersonMenu(session, session.systemRoles);
  return (
    <Frame home="/admin" person={person} menu={adminMenu} path={useLocation().pathname}>
      <Outlet />
    </Frame>
  );
}
