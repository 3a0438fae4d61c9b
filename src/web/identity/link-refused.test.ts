import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { linkRefused } from './link-refused.ts';

const faultAt = (field: string) =>
  new ORPCError('input-not-valid', {
    defined: true,
    data: { faults: [{ field, code: 'not-valid', message: '短すぎます' }] },
  });

it('knows a link that is used up, and one that was cut short on its way', () => {
  expect(linkRefused(new ORPCError('identity/link-not-usable', { defined: true }))).toBe(true);
  expect(linkRefused(faultAt('token'))).toBe(true);
});

it('does not blame the link for anything else', () => {
  expect(linkRefused(faultAt('email'))).toBe(false);
  expect(linkRefused(new TypeError('Failed to fetch'))).toBe(false);
});
