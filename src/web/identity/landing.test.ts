import { describe, expect, it } from 'vitest';
import type { Session } from '#core/identity/contract.ts';
import { landingOf, nextPath } from './landing.ts';

const facility = (id: string) => ({ id, name: id, city: '', code: null, roles: ['planner' as const], support: null });
const session = (part: Partial<Session>): Session => ({
  person: { id: 'p', name: '山田 花子' },
  pending: 'none',
  proofs: ['code'],
  sso: null,
  systemRoles: [],
  facilities: [],
  organisations: [],
  ...part,
});

describe('landingOf', () => {
  it('is the facility of a person who has one', () => {
    expect(landingOf(session({ facilities: [facility('a')] }))).toBe('/facilities/a');
  });

  it('is the list for several facilities, and for an administrator who also has one', () => {
    expect(landingOf(session({ facilities: [facility('a'), facility('b')] }))).toBe('/facilities');
    expect(landingOf(session({ facilities: [facility('a')], systemRoles: ['system-administrator'] }))).toBe(
      '/facilities',
    );
  });

  it('is the organisation of a person who has that alone, whatever facilities it supports', () => {
    const support = { agreementId: 'g', organisationId: 'o', organisationName: 'o', purpose: '', endsAt: '' };
    const organisations = [{ id: 'o', name: 'o', roles: ['supporter' as const] }];
    const facilities = [{ id: 'a', name: 'a', city: '', code: null, roles: ['supporter' as const], support }];
    expect(landingOf(session({ organisations, facilities }))).toBe('/organisations/o');
    expect(landingOf(session({ organisations, facilities: [facility('b')] }))).toBe('/facilities');
  });

  it('is the register for a system administrator without a facility', () => {
    expect(landingOf(session({ systemRoles: ['system-administrator'] }))).toBe('/admin');
  });
});

describe('nextPath', () => {
  it('is the page asked for', () => {
    expect(nextPath(session({}), '/facilities/a/runs')).toBe('/facilities/a/runs');
  });

  it('passes over an address that leads elsewhere', () => {
    expect(nextPath(session({}), '//evil.example/x')).toBe('/facilities');
  });

  it('goes through the second factor and keeps the page asked for', () => {
    expect(nextPath(session({ pending: 'enrol-second-factor' }), '/facilities/a?x=1')).toBe(
      '/second-factor?return=%2Ffacilities%2Fa%3Fx%3D1',
    );
  });
});
