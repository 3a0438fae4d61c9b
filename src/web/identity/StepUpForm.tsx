import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Form } from '#web/ui/Form.tsx';
import { account } from './account/queries.ts';
import { PasswordField } from './PasswordField.tsx';
import { ProofField } from './ProofField.tsx';
import { askPasskey } from './passkey/ceremony.ts';
import { Or } from './passkey/Or.tsx';
import { PasskeyProof } from './passkey/PasskeyProof.tsx';
import { passkeys } from './passkey/passkey-queries.ts';
import { useSession } from './queries.ts';
import { SsoStepUp } from './sso/SsoStepUp.tsx';
import { useStepUp } from './use-step-up.ts';

type StepUpFormProps = { readonly onProved: () => void; readonly onCancel: () => void };

async function stepUpByPasskey() {
  return account.stepUp.call({ passkey: await askPasskey(await passkeys.beginStepUp.call()) });
}

/** By what the signed-in person shows to be there still: a passkey first, then a code, or the password of who has neither. */
export function StepUpForm({ onProved, onCancel }: StepUpFormProps) {
  const { proofs, sso } = useSession();
  const [types, setTypes] = useState(false);
  const typed = proofs.some((proof) => proof === 'code' || proof === 'password' || proof === 'passkey');
  const provider = sso && proofs.includes('sso') && <SsoStepUp name={sso.name} only={!typed} />;
  if (!proofs.includes('passkey')) {
    return (
      <div className="flex flex-col gap-4">
        {typed && <TypedProof {...{ onProved, onCancel }} />}
        {provider}
        {!typed && <Cancel onCancel={onCancel} />}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <PasskeyProof autoFocus look={types ? 'secondary' : 'primary'} prove={stepUpByPasskey} onProved={onProved}>
        パスキーで確かめて続ける
      </PasskeyProof>
      {types ? (
        <>
          <Or />
          <TypedProof {...{ onProved, onCancel }} />
          {provider}
        </>
      ) : (
        <>
          <Button look="quiet" size="small" onPress={() => setTypes(true)}>
            パスキーが使えないとき
          </Button>
          <Cancel onCancel={onCancel} />
        </>
      )}
    </div>
  );
}

function Cancel({ onCancel }: Pick<StepUpFormProps, 'onCancel'>) {
  return <Button onPress={onCancel}>やめる</Button>;
}

function TypedProof({ onProved, onCancel }: StepUpFormProps) {
  const { proofs } = useSession();
  const by = proofs.includes('password') ? 'password' : 'code';
  const authenticator = proofs.includes('code');
  const { typed, faults, error, pending, send, type } = useStepUp(by, !authenticator, onProved);
  const told = Object.keys(faults).length > 0;
  return (
    <Form onSubmit={send} faults={faults}>
      {!told && <RefusalNote error={error} title="確かめられませんでした" />}
      {by === 'code' ? (
        <ProofField
          key={String(typed.recovers)}
          value={typed.code}
          onChange={(code) => type({ code })}
          error={faults.code}
          recovers={typed.recovers}
          {...(authenticator && { onRecover: (recovers) => type({ recovers, code: '' }) })}
        />
      ) : (
        <PasswordField
          autoComplete="current-password"
          value={typed.password}
          onChange={(password) => type({ password })}
          error={faults.password}
        />
      )}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Cancel onCancel={onCancel} />
        <Button type="submit" look="primary" pending={pending ? '確かめています' : undefined}>
          確かめて続ける
        </Button>
      </div>
    </Form>
  );
}
