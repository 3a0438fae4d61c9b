import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { afterRefusal, firstAttempt, missingIn, type SignInAttempt } from './sign-in-attempt.ts';

const typed = { email: 'hanako@example.jp', password: 'correct horse', code: '123456' };
const attempt: SignInAttempt = { ...firstAttempt, typed, asksCode: true };
const refusal = (code: string, data?: unknown) => new ORPCError(code, { defined: true, message: code, data });

describe('missingIn', () => {
  it('names every empty field before the server is asked', () => {
    expect(Object.keys(missingIn(firstAttempt))).toEqual(['email', 'password']);
    expect(missingIn({ ...firstAttempt, typed })).toEqual({});
  });

  it('asks for six digits once the code is wanted', () => {
    expect(Object.keys(missingIn({ ...attempt, typed: { ...typed, code: '12345' } }))).toEqual(['code']);
    expect(missingIn(attempt)).toEqual({});
  });
});

describe('a recovery code', () => {
  const recovering: SignInAttempt = { ...attempt, recovers: true };

  it('is asked for whole', () => {
    expect(Object.keys(missingIn(recovering))).toEqual(['code']);
    expect(missingIn({ ...recovering, typed: { ...typed, code: '7q2m k4xd 09zp hb3t' } })).toEqual({});
  });

  it('that is wrong stays a recovery code to type again', () => {
    const next = afterRefusal(recovering, refusal('identity/code-wrong'), 0);
    expect(next).toMatchObject({ recovers: true, faults: { code: expect.stringContaining('復旧コード') } });
  });
});

describe('afterRefusal', () => {
  it('goes on to the code with e-mail and password kept', () => {
    const next = afterRefusal(
      { ...attempt, asksCode: false },
      refusal('identity/code-required', { proofs: ['passkey'] }),
      0,
    );
    expect(next).toEqual({ typed: { ...typed, code: '' }, asksCode: true, proofs: ['passkey'], faults: {} });
  });

  it('puts a wrong code on its field and empties it', () => {
    const next = afterRefusal(attempt, refusal('identity/code-wrong'), 0);
    expect(next.typed.code).toBe('');
    expect(next.faults).toEqual({ code: 'identity/code-wrong' });
  });

  it('goes back to the password where it is refused', () => {
    const next = afterRefusal(attempt, refusal('identity/sign-in-refused'), 0);
    expect(next.asksCode).toBe(false);
    expect(next.typed.email).toBe(typed.email);
    expect(Object.keys(next.faults)).toEqual(['password']);
  });

  it('says until when it is locked', () => {
    const next = afterRefusal(attempt, refusal('identity/locked', { retryAfterSeconds: 30 }), 1000);
    expect(next.lockedUntil).toBe(31_000);
  });

  it('puts faults of the input on their fields', () => {
    const faults = [{ field: 'email', code: 'not-valid', message: '形が違います。' }];
    const next = afterRefusal(attempt, refusal('input-not-valid', { faults }), 0);
    expect(next.faults).toEqual({ email: '形が違います。' });
    expect(next.failure).toBeUndefined();
  });

  it('keeps everything typed when the server cannot be reached', () => {
    const error = new TypeError('Failed to fetch');
    expect(afterRefusal(attempt, error, 0)).toEqual({ ...attempt, faults: {}, failure: error });
  });
});
