import { describe, expect, it } from 'vitest';
import type { Role } from '../identity/role.ts';
import { decideMove, mayMove } from './move.ts';

const run = { status: 'open', purpose: 'own', executiveId: null, sheetVersion: 'R7' } as const;
const to = { version: 'R8', current: 'R8', bridged: true, may: true };

describe('a run goes over to a version', () => {
  it('where new runs begin with it and a bridge leads there', () => {
    expect(decideMove(run, to)).toEqual({ kind: 'move' });
  });

  it('once', () => expect(decideMove({ ...run, sheetVersion: 'R8' }, to)).toEqual({ kind: 'moved-already' }));

  it.each([
    ['submitted', { ...run, status: 'submitted' as const }, to, 'sheet/run-locked'],
    ['without a bridge', run, { ...to, bridged: false }, 'sheet/no-newer-version'],
    ['to a version nobody adopted', run, { ...to, current: 'R7' }, 'sheet/no-newer-version'],
    ['by somebody who may not', { ...run, status: 'submitted' as const }, { ...to, may: false }, 'not-allowed'],
  ])('not %s', (_name, from, at, reason) => expect(decideMove(from, at)).toEqual({ kind: 'refused', reason }));

  it('by the safety manager, also that of a vendor, or by the executive whose own it is', () => {
    const person = (...roles: Role[]) => ({ id: 'me', roles });
    const private_ = { purpose: 'executive', executiveId: 'me' } as const;
    expect(mayMove(run, person('safety-manager'))).toBe(true);
    expect(mayMove(run, person('planner', 'executive', 'facility-administrator'))).toBe(false);
    expect(mayMove(private_, person('executive'))).toBe(true);
    expect(mayMove({ ...private_, executiveId: 'other' }, person('executive', 'safety-manager'))).toBe(false);
    expect(mayMove({ purpose: 'vendor', executiveId: null }, person('safety-manager'))).toBe(true);
    expect(mayMove({ purpose: 'vendor', executiveId: null }, person('vendor-contact', 'planner'))).toBe(false);
    expect(mayMove({ purpose: 'audit', executiveId: null }, person('safety-manager'))).toBe(false);
  });
});
