import { Outlet } from '@tanstack/react-router';
import { SessionEndedDialog } from './SessionEndedDialog.tsx';

/** Around every page for signed-in people. */
export function SignedIn() {
  return (
    <>
      <Outlet />
      <SessionEndedDialog />
    </>
  );
}
