import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '#core/identity/contract.ts';
import { identity, takeSession } from './queries.ts';
import { afterRefusal, type Credentials, firstAttempt, missingIn } from './sign-in-attempt.ts';

/** One attempt to sign in, step by step, with everything typed so far. */
export function useSignIn(onSignedIn: (session: Session, recovered: boolean) => void) {
  const queryClient = useQueryClient();
  const [attempt, setAttempt] = useState(firstAttempt);
  const act = useMutation(
    identity.signIn.mutationOptions({
      onSuccess: (session) => {
        takeSession(queryClient, session);
        onSignedIn(session, attempt.recovers === true);
      },
      onError: (error) => setAttempt((before) => afterRefusal(before, error, Date.now())),
    }),
  );
  const send = () => {
    if (act.isPending) return;
    const faults = missingIn(attempt);
    setAttempt({ ...attempt, faults });
    if (Object.keys(faults).length > 0) return;
    const { code, ...credentials } = attempt.typed;
    act.mutate({ ...credentials, ...(attempt.asksCode && { code }) });
  };
  return {
    attempt,
    pending: act.isPending,
    send,
    type: (part: Partial<Credentials>) => setAttempt((now) => ({ ...now, typed: { ...now.typed, ...part } })),
    recover: (recovers: boolean) =>
      setAttempt(({ typed, proofs }) => ({
        ...firstAttempt,
        typed: { ...typed, code: '' },
        asksCode: true,
        proofs,
        ...(recovers && { recovers }),
      })),
    back: () => setAttempt(({ typed }) => ({ ...firstAttempt, typed: { ...typed, code: '' } })),
  };
}

export type SignIn = ReturnType<typeof useSignIn>;
