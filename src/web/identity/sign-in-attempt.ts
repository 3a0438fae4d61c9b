import { isDefinedError, type ORPCError } from '@orpc/client';
import type { Proof } from '#core/identity/second-factor.ts';
import { type FieldFaults, fieldFaults, refusalCode } from '#web/platform/refusal.ts';
import { codeMissing, wrongWords } from './code-words.ts';

export type Credentials = { readonly email: string; readonly password: string; readonly code: string };

export type SignInAttempt = {
  readonly typed: Credentials;
  /** The password was right; the six digits are asked for. */
  readonly asksCode: boolean;
  /** By what the person can prove besides the password, once the server has asked for it. */
  readonly proofs: readonly Proof[];
  /** A recovery code is typed in place of the six digits. */
  readonly recovers?: true;
  /** Until when (milliseconds since 1970) the server takes no further attempt. */
  readonly lockedUntil?: number;
  readonly faults: FieldFaults;
  /** A failure that belongs to no field. */
  readonly failure?: unknown;
};

export const firstAttempt: SignInAttempt = {
  typed: { email: '', password: '', code: '' },
  asksCode: false,
  proofs: [],
  faults: {},
};

/** What is still empty, so that a forgotten field is not counted as a wrong password. */
export function missingIn({ typed, asksCode, recovers }: SignInAttempt): FieldFaults {
  if (asksCode) return codeMissing(typed.code, recovers === true);
  return {
    ...(typed.email.trim() === '' && { email: 'メールアドレスを入力してください。' }),
    ...(typed.password === '' && { password: 'パスワードを入力してください。' }),
  };
}

type CodeRequired = ORPCError<'identity/code-required', { readonly proofs: readonly Proof[] }>;
type Locked = ORPCError<'identity/locked', { readonly retryAfterSeconds: number }>;

/** The attempt as it stands after the server refused it: what was typed stays, a used code goes. */
export function afterRefusal(attempt: SignInAttempt, error: unknown, now: number): SignInAttempt {
  const { typed, asksCode, proofs, recovers } = attempt;
  const way = recovers && { recovers };
  const cleared = { ...typed, code: '' };
  switch (refusalCode(error)) {
    case 'identity/code-required':
      return { typed: cleared, asksCode: true, proofs: (error as CodeRequired).data.proofs, faults: {} };
    case 'identity/code-wrong':
      return { typed: cleared, asksCode: true, proofs, ...way, faults: { code: wrongWords(error, recovers === true) } };
    case 'identity/sign-in-refused':
      return { typed: cleared, asksCode: false, proofs, faults: { password: (error as Error).message } };
    case 'identity/locked':
      return {
        typed: cleared,
        asksCode,
        proofs,
        ...way,
        faults: {},
        ...(isDefinedError(error as Locked) && {
          lockedUntil: now + (error as Locked).data.retryAfterSeconds * 1000,
        }),
      };
  }
  const faults = fieldFaults(error);
  return { typed, asksCode, proofs, ...way, faults, ...(Object.keys(faults).length === 0 && { failure: error }) };
}
