import { readRecoveryCode } from '#core/identity/recovery-code.ts';
import type { SystemTx } from '../platform/database/transaction.ts';
import { type Secret, takeStep } from './person-repository.ts';
import { takeRecoveryCode } from './recovery-code-repository.ts';
import { stepOf } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';
import { hashToken } from './secret-token.ts';
import { insertEvent } from './sign-in-repository.ts';

type Proof =
  | { readonly kind: 'authenticator'; readonly step: number }
  | { readonly kind: 'recovery-code'; readonly hash: Buffer };

/** What a typed code may prove: a step of the authenticator, or a recovery code; undefined where it is neither. */
export function proofOf(box: SecretBox, secret: Secret, code: string, now: Date): Proof | undefined {
  const recovery = readRecoveryCode(code);
  if (recovery !== undefined) return { kind: 'recovery-code', hash: hashToken(recovery) };
  const sealed = secret.totp_confirmed ? secret.totp_secret : null;
  const step = sealed ? stepOf(box.open(sealed), code, now) : undefined;
  return step === undefined ? undefined : { kind: 'authenticator', step };
}

/** Uses a proof up, each once; false where it was used before or is not the person's. */
export async function takeProof(tx: SystemTx, personId: string, proof: Proof, now: Date): Promise<boolean> {
  if (proof.kind === 'authenticator') return takeStep(tx, personId, proof.step, now);
  if (!(await takeRecoveryCode(tx, personId, proof.hash, now))) return false;
  await insertEvent(tx, { act: 'identity.recovery-code-used', subject: personId, at: now, actor: personId });
  return true;
}
