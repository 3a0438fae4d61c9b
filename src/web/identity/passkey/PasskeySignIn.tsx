import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '#core/identity/contract.ts';
import { takeSession } from '../queries.ts';
import { askPasskey } from './ceremony.ts';
import { PasskeyProof } from './PasskeyProof.tsx';
import { passkeys } from './passkey-queries.ts';

type PasskeySignInProps = {
  readonly children: string;
  readonly look?: 'primary' | 'secondary';
  readonly autoFocus?: boolean;
  readonly onSignedIn?: (session: Session) => void;
};

async function signIn(): Promise<Session> {
  const credential = await askPasskey(await passkeys.beginSignIn.call());
  return passkeys.signIn.call({ credential });
}

/** Signs in with a passkey alone. */
export function PasskeySignIn({ children, look = 'secondary', autoFocus = false, onSignedIn }: PasskeySignInProps) {
  const queryClient = useQueryClient();
  const take = (session: Session) => {
    takeSession(queryClient, session);
    onSignedIn?.(session);
  };
  return (
    <PasskeyProof look={look} autoFocus={autoFocus} prove={signIn} onProved={take}>
      {children}
    </PasskeyProof>
  );
}
