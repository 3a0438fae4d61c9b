import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AgreementTimes,
  decideAcceptance,
  decideEnd,
  decideNewAgreement,
  endOfDay,
  stateOf,
  wholeScope,
} from './support-agreement.ts';

const now = new Date('2026-11-21T03:00:00Z');
const day = 24 * 60 * 60 * 1000;
const at = (days: number) => new Date(now.getTime() + days * day);
const live: AgreementTimes = { acceptedAt: at(-1), endedAt: null, endsAt: at(30) };

describe('the state of an agreement', () => {
  test.each([
    { times: live, state: 'live' },
    { times: { ...live, acceptedAt: null }, state: 'asked' },
    { times: { ...live, endsAt: now }, state: 'expired' },
    { times: { ...live, acceptedAt: null, endsAt: now }, state: 'expired' },
    { times: { ...live, endedAt: now }, state: 'ended' },
    { times: { ...live, acceptedAt: null, endedAt: now }, state: 'declined' },
    { times: { ...live, endedAt: at(-1), endsAt: at(-2) }, state: 'ended' },
  ])('is $state', ({ times, state }) => expect(stateOf(times, now)).toBe(state));

  test('is never live again once it was over', () => {
    const time = fc.integer({ min: -400, max: 400 }).map(at);
    const maybe = fc.option(time);
    fc.assert(
      fc.property(maybe, maybe, time, fc.nat(800), fc.nat(800), (acceptedAt, endedAt, endsAt, first, more) => {
        const times = { acceptedAt, endedAt, endsAt };
        const over = ['expired', 'ended', 'declined'];
        if (over.includes(stateOf(times, at(first - 400)))) {
          expect(over).toContain(stateOf(times, at(first - 400 + more)));
        }
      }),
    );
  });

  test('decides: only what was asked is accepted, only what is open is ended', () => {
    expect(decideAcceptance({ ...live, acceptedAt: null }, now)).toEqual({ accepted: true });
    expect(decideAcceptance(live, now)).toEqual({ accepted: false, reason: 'support/not-open' });
    expect(decideEnd(live, now)).toEqual({ accepted: true });
    expect(decideEnd({ ...live, endsAt: now }, now)).toEqual({ accepted: false, reason: 'support/not-open' });
  });
});

describe('a new agreement', () => {
  const alone = { now, others: [] };
  test.each([
    { endsAt: now, decision: { accepted: false, reason: 'support/end-date' } },
    { endsAt: at(0.1), decision: { accepted: true } },
    { endsAt: at(366), decision: { accepted: true } },
    { endsAt: at(366.1), decision: { accepted: false, reason: 'support/end-date' } },
  ])('ending $endsAt', ({ endsAt, decision }) => expect(decideNewAgreement(endsAt, alone)).toEqual(decision));

  test('stands beside ended and expired ones, never beside an open one', () => {
    const ended = { ...live, endedAt: now };
    expect(decideNewAgreement(at(9), { now, others: [ended, { ...live, endsAt: now }] })).toEqual({ accepted: true });
    const refused = { accepted: false, reason: 'support/already-live' };
    expect(decideNewAgreement(at(9), { now, others: [ended, live] })).toEqual(refused);
    expect(decideNewAgreement(at(9), { now, others: [{ ...live, acceptedAt: null }] })).toEqual(refused);
  });
});

test('the last day is over at midnight in Japan', () => {
  expect(endOfDay('2027-03-31')).toEqual(new Date('2027-03-31T15:00:00Z'));
});

test('a scope always opens the sheets, in one order', () => {
  expect(wholeScope(['support-answer', 'support-result'])).toEqual([
    'support-sheet',
    'support-result',
    'support-answer',
  ]);
  expect(wholeScope([])).toEqual(['support-sheet']);
});
