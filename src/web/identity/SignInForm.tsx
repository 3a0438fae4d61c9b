import { useEffect } from 'react';
import type { Session } from '#core/identity/contract.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { LockedNote } from './LockedNote.tsx';
import { PasswordField } from './PasswordField.tsx';
import { ProofField } from './ProofField.tsx';
import { Or } from './passkey/Or.tsx';
import { PasskeySignIn } from './passkey/PasskeySignIn.tsx';
import { useCountdown, waitingWords } from './use-countdown.ts';
import { type SignIn, useSignIn } from './use-sign-in.ts';

type SignInFormProps = {
  readonly onSignedIn: (session: Session, recovered: boolean) => void;
  /** Told whether the second step is open: what helps with the first is of no use there. */
  readonly onStep?: (second: boolean) => void;
};

/** E-mail and password, then what else the server asks for; or a passkey alone. */
export function SignInForm({ onSignedIn, onStep }: SignInFormProps) {
  const signIn = useSignIn(onSignedIn);
  const { asksCode, recovers, proofs } = signIn.attempt;
  useEffect(() => onStep?.(asksCode), [onStep, asksCode]);
  const passkeyOnly = asksCode && !recovers && !proofs.includes('code');
  return (
    <div className="flex flex-col gap-4">
      <TypedForm signIn={signIn} submits={!passkeyOnly} />
      {(!asksCode || proofs.includes('passkey')) && (
        <>
          {passkeyOnly || <Or />}
          <PasskeySignIn
            key={String(passkeyOnly)}
            autoFocus={passkeyOnly}
            look={passkeyOnly ? 'primary' : 'secondary'}
            onSignedIn={(session) => onSignedIn(session, false)}
          >
            パスキーでサインインする
          </PasskeySignIn>
        </>
      )}
      {passkeyOnly && (
        <Button look="quiet" size="small" onPress={() => signIn.recover(true)}>
          パスキーが使えないとき
        </Button>
      )}
    </div>
  );
}

function TypedForm({ signIn, submits }: { readonly signIn: SignIn; readonly submits: boolean }) {
  const { attempt, pending, send } = signIn;
  const { asksCode, recovers, faults } = attempt;
  const left = useCountdown(attempt.lockedUntil);
  return (
    <Form key={recovers ? 'recovery' : asksCode ? 'code' : 'credentials'} onSubmit={send} faults={faults}>
      {left > 0 && <LockedNote />}
      <RefusalNote error={attempt.failure} title="サインインできませんでした" />
      {asksCode ? <CodeStep signIn={signIn} /> : <CredentialFields signIn={signIn} />}
      {submits && (
        <Button
          type="submit"
          look="primary"
          size="large"
          wide
          disabled={left > 0}
          pending={pending ? '確かめています' : undefined}
        >
          {left > 0 ? `あと${waitingWords(left)}お待ちください` : 'サインインする'}
        </Button>
      )}
    </Form>
  );
}

function CredentialFields({ signIn: { attempt, type } }: { readonly signIn: SignIn }) {
  const { typed, faults } = attempt;
  return (
    <>
      <TextField
        label="メールアドレス"
        name="username"
        type="email"
        inputMode="email"
        autoComplete="username"
        value={typed.email}
        onChange={(email) => type({ email })}
        error={faults.email}
      />
      <PasswordField
        value={typed.password}
        onChange={(password) => type({ password })}
        autoComplete="current-password"
        error={faults.password}
      />
    </>
  );
}

function CodeStep({ signIn: { attempt, type, back, recover } }: { readonly signIn: SignIn }) {
  const { typed, faults } = attempt;
  const authenticator = attempt.proofs.includes('code');
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 rounded-8 bg-solid-gray-50 py-1.5 pr-1 pl-3">
        <p className="min-w-0 text-help">
          <span className="font-700">{typed.email}</span> でサインインします
        </p>
        <span className="max-sm:-ml-3">
          <Button look="quiet" size="small" onPress={back}>
            メールアドレスを変える
          </Button>
        </span>
      </div>
      {authenticator || attempt.recovers ? (
        <ProofField
          value={typed.code}
          onChange={(code) => type({ code })}
          error={faults.code}
          recovers={attempt.recovers === true}
          {...(authenticator && { onRecover: recover })}
        />
      ) : (
        <p>パスワードに加えて、登録したパスキーで確かめます。</p>
      )}
    </>
  );
}
