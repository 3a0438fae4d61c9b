import { describe, expect, it } from 'vitest';
import { sheetIdSchema } from '../catalogue/sheet.ts';
import { madeUpArea, madeUpItem } from '../catalogue/testing/made-up-catalogue.ts';
import { facilityRoles, type Role } from '../identity/role.ts';
import { mayAddEvidence, mayReadAllEvidence, mayReadEvidence, mayRemoveEvidence, takesEvidence } from './right.ts';

const handed = [madeUpArea('02', [madeUpItem('H02-1'), madeUpItem('H02-2')])];
const person = (...roles: Role[]) => ({ id: 'me', roles });

describe('adding evidence', () => {
  it('is possible on every sheet but the private one of executives and the forms of vendors', () => {
    const without = sheetIdSchema.options.filter((sheetId) => !takesEvidence(sheetId));
    expect(without.toSorted()).toEqual(['checklist-vendor', 'executive']);
  });

  it.each(
    facilityRoles.map((role) => [
      role,
      ['facility-administrator', 'safety-manager', 'planner', 'operator'].includes(role),
    ]),
  )('to any item is open to %s: %s', (role, may) =>
    expect(mayAddEvidence(person(role as Role), 'H01-1', [])).toBe(may),
  );

  it('is open to staff for the items of an area handed to them, and no other', () => {
    expect(mayAddEvidence(person('staff'), 'H02-2', handed)).toBe(true);
    expect(mayAddEvidence(person('staff'), 'H01-1', handed)).toBe(false);
    expect(mayAddEvidence(person('staff', 'executive'), 'H01-1', handed)).toBe(false);
    expect(mayAddEvidence(person('staff', 'operator'), 'H01-1', handed)).toBe(true);
  });

  it('is open to auditors for the areas they audit, and no other', () => {
    expect(mayAddEvidence(person('auditor'), 'H02-2', handed)).toBe(true);
    expect(mayAddEvidence(person('auditor'), 'H01-1', handed)).toBe(false);
  });

  it('is closed to who may only read, whatever is handed to them', () => {
    expect(mayAddEvidence(person('executive'), 'H02-1', handed)).toBe(false);
  });
});

describe('reading evidence', () => {
  const at = (itemId: string, by: string) => ({ itemId, addedBy: { id: by } });

  it.each(facilityRoles.filter((role) => role !== 'staff'))('of every item is open to %s', (role) => {
    expect(mayReadEvidence(person(role), at('H01-1', 'other'), [])).toBe(true);
    expect(mayReadEvidence(person('staff', role), at('H01-1', 'other'), [])).toBe(true);
  });

  it('is open to staff for the areas handed to them and for what they added', () => {
    expect(mayReadEvidence(person('staff'), at('H02-1', 'other'), handed)).toBe(true);
    expect(mayReadEvidence(person('staff'), at('H01-1', 'other'), handed)).toBe(false);
    expect(mayReadEvidence(person('staff'), at('H01-1', 'me'), [])).toBe(true);
  });

  it('is as a whole open to all but staff', () => {
    expect(facilityRoles.filter((role) => !mayReadAllEvidence(person(role)))).toEqual(['staff']);
    expect(mayReadAllEvidence(person('support-evidence'))).toBe(true);
  });

  it('is closed to who has no role there', () => {
    expect(mayReadEvidence(person('system-administrator'), at('H02-1', 'me'), handed)).toBe(false);
  });
});

describe('removing evidence', () => {
  const mine = { addedBy: { id: 'me' } };
  const another = { addedBy: { id: 'other' } };

  it('is open to staff for what they added', () => {
    expect(mayRemoveEvidence(person('staff'), mine)).toBe(true);
    expect(mayRemoveEvidence(person('staff'), another)).toBe(false);
    expect(mayRemoveEvidence(person('planner'), another)).toBe(true);
  });

  it('is closed to who may no longer write, also for what they added', () => {
    expect(mayRemoveEvidence(person('executive'), mine)).toBe(false);
  });
});
