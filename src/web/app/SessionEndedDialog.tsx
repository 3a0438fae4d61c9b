import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Session } from '#core/identity/contract.ts';
import { nextPath, SignInForm, useSession } from '#web/identity/index.ts';
import { endStepUp } from '#web/platform/step-up.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { setSessionEnded } from './session-end.ts';

/** Signing in again on top of the open page, so that nothing typed there is lost. */
export function SessionEndedDialog() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { person } = useSession();
  const goOn = async (session: Session) => {
    setSessionEnded(false);
    endStepUp(session.person.id === person.id && !session.proofs.includes('password'));
    if (session.person.id !== person.id || session.pending !== 'none') {
      await router.navigate({ href: nextPath(session, undefined) });
    }
    await queryClient.resetQueries({ predicate: ({ state }) => state.status === 'error' });
    await router.invalidate();
  };
  return (
    <Dialog
      open
      onClose={() => setSessionEnded(false)}
      alert
      title="もう一度サインインしてください"
      actions={<ButtonLink href="/">最初のページを開く</ButtonLink>}
    >
      <p className="mb-4 text-help text-solid-gray-700">
        サインインから12時間たったか、ほかの所でサインアウトされました。この画面の内容は残っています。サインインすると続けられます。
      </p>
      <SignInForm onSignedIn={(session) => void goOn(session)} />
    </Dialog>
  );
}
