import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Form } from '#web/ui/Form.tsx';
import { PasswordField } from './PasswordField.tsx';
import { ProofField } from './ProofField.tsx';
import { useSession } from './queries.ts';
import { SsoStepUp } from './sso/SsoStepUp.tsx';
import { useStepUp } from './use-step-up.ts';

type StepUpFormProps = { readonly onProved: () => void };

/** By what the signed-in person shows to be there still: a code, or the password of who has no second factor. */
export function StepUpForm({ onProved }: StepUpFormProps) {
  const { proofs, sso } = useSession();
  const own = proofs.includes('code') ? 'code' : proofs.includes('password') ? 'password' : undefined;
  return (
    <div className="flex flex-col gap-4">
      {own && <OwnProof by={own} onProved={onProved} />}
      {sso && proofs.includes('sso') && <SsoStepUp name={sso.name} only={own === undefined} />}
    </div>
  );
}

type OwnProofProps = StepUpFormProps & { readonly by: 'code' | 'password' };

function OwnProof({ by, onProved }: OwnProofProps) {
  const { typed, faults, error, pending, send, type } = useStepUp(by, onProved);
  const told = Object.keys(faults).length > 0;
  return (
    <Form onSubmit={send} faults={faults}>
      {!told && <RefusalNote error={error} title="確かめられませんでした。" />}
      {by === 'code' ? (
        <ProofField
          key={String(typed.recovers)}
          value={typed.code}
          onChange={(code) => type({ code })}
          error={faults.code}
          recovers={typed.recovers}
          onRecover={(recovers) => type({ recovers, code: '' })}
        />
      ) : (
        <PasswordField
          autoComplete="current-password"
          value={typed.password}
          onChange={(password) => type({ password })}
          error={faults.password}
        />
      )}
      <Button type="submit" look="primary" wide pending={pending ? '確かめています' : undefined}>
        確かめて続ける
      </Button>
    </Form>
  );
}
