import { Outlet } from '@tanstack/react-router';
import { SessionEndedDialog } from './SessionEndedDialog.tsx';
import { StepUpDialog } from './StepUpDialog.tsx';

/** Around every page for signed-in people. */
export function SignedIn() {
  return (
    <>
      <Outlet />
      <SessionEndedDialog />
      <StepUpDialog />
    </>
  );
}
