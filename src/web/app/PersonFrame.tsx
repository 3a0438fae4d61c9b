import { Outlet, useLocation } from '@tanstack/react-router';
import { landingOf, useSession } from '#web/identity/index.ts';
import { Frame } from './Frame.tsx';
import { usePersonMenu } from './use-person-menu.ts';

/** Around pages that belong to the person and to no facility. */
export function PersonFrame() {
  const session = useSession();
  const person = usePersonMenu(session, session.systemRoles);
  return (
    <Frame home={landingOf(session)} person={person} menu={[]} path={useLocation().pathname}>
      <Outlet />
    </Frame>
  );
}
