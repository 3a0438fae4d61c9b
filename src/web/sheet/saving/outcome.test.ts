import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { madeAnswer } from '../testing/made-up.ts';
import { outcomeOf } from './outcome.ts';

const refusal = (code: string, data?: unknown) => new ORPCError(code, { defined: true, message: '言葉', data });

describe('outcomeOf', () => {
  it('hands on the answer that came first', () => {
    const current = madeAnswer();
    expect(outcomeOf(refusal('sheet/stale-revision', { current }), true)).toEqual({ kind: 'stale', current });
  });

  it('knows a submitted run', () => {
    expect(outcomeOf(refusal('sheet/run-locked'), true)).toEqual({ kind: 'locked' });
  });

  it('says what is wrong with the input in the words of the fault', () => {
    const faults = [{ code: 'note-too-long', message: 'メモは2000文字までです。' }];
    expect(outcomeOf(refusal('input-not-valid', { faults }), true)).toEqual({
      kind: 'refused',
      message: 'メモは2000文字までです。',
    });
    expect(outcomeOf(refusal('not-allowed'), true)).toEqual({ kind: 'refused', message: '言葉' });
  });

  it('waits where signing in again or a pause helps', () => {
    expect(outcomeOf(refusal('sign-in-required'), true).kind).toBe('unreachable');
    expect(outcomeOf(refusal('too-many'), true).kind).toBe('unreachable');
  });

  it.each(['try-later', 'storage-full', 'internal'])('sends again later what the server could not take: %s', (code) => {
    expect(outcomeOf(refusal(code), true)).toMatchObject({ kind: 'unreachable', reason: expect.stringMatching(/。$/) });
  });

  it('tells a lost connection from a server that does not answer and from one that fails', () => {
    const reasonOf = (error: unknown, online: boolean) => outcomeOf(error, online);
    expect(reasonOf(new TypeError('Failed to fetch'), false)).toEqual({
      kind: 'unreachable',
      reason: '通信が切れています。',
    });
    expect(reasonOf(new TypeError('Failed to fetch'), true)).toMatchObject({ reason: 'サーバにつながりません。' });
    expect(reasonOf(new ORPCError('INTERNAL_SERVER_ERROR'), true)).toMatchObject({
      reason: 'まもりの側で不具合が起きています。',
    });
  });
});
