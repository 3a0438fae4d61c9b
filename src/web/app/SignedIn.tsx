import { Outlet } from '@tanstack/react-router';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { useStepUpAsked } from '#web/platform/step-up.ts';
import { useSessionEnded } from './session-end.ts';

const loadSessionEnded = ahead(async () => (await import('./SessionEndedDialog.tsx')).SessionEndedDialog);
const loadStepUp = ahead(async () => (await import('./StepUpDialog.tsx')).StepUpDialog);

/** Around every page for signed-in people; whoever has to prove anew who they are does so above the open page. */
export function SignedIn() {
  const ended = useSessionEnded();
  const asked = useStepUpAsked();
  return (
    <>
      <Outlet />
      {ended && <Late load={loadSessionEnded} props={{}} />}
      {asked && !ended && <Late load={loadStepUp} props={{}} />}
    </>
  );
}
