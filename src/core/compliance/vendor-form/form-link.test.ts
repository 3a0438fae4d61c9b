import { describe, expect, it } from 'vitest';
import { contactSign, formRefusal } from './form-link.ts';

const at = new Date('2026-11-27T03:00:00Z');

describe('what a vendor may do with its form', () => {
  const open = { sentAt: null, submittedAt: null };
  const sent = { sentAt: at, submittedAt: null };
  const confirmed = { sentAt: at, submittedAt: at };

  it('answers and sends until it has sent', () => {
    expect([formRefusal('answer', open), formRefusal('send', open)]).toEqual([undefined, undefined]);
    expect(formRefusal('answer', sent)).toBe('compliance/form-sent');
    expect(formRefusal('send', sent)).toBe('compliance/form-sent');
  });

  it('takes back what it sent until the facility has confirmed it', () => {
    expect(formRefusal('take-back', sent)).toBeUndefined();
    expect(formRefusal('take-back', open)).toBe('compliance/form-not-sent');
  });

  it.each(['answer', 'send', 'take-back'] as const)('does nothing once the facility has confirmed: %s', (act) => {
    expect(formRefusal(act, confirmed)).toBe('compliance/form-confirmed');
    expect(formRefusal(act, { sentAt: null, submittedAt: at })).toBe('compliance/form-confirmed');
  });
});

it('an answer given through a link names the company and the contact', () => {
  expect(contactSign({ vendor: '青葉システム', contact: '佐藤 花子' })).toBe('青葉システム 佐藤 花子（事業者）');
});
