import type { Area, SheetId } from '../catalogue/sheet.ts';
import { may, type Role } from '../identity/role.ts';

type Person = { readonly id: string; readonly roles: readonly Role[] };

/** Staff work on what is handed to them, and auditors write there; every other role does so everywhere. */
const everywhere = ({ roles }: Person, permission: 'evidence.read' | 'evidence.write') =>
  may(
    roles.filter((role) => role !== 'staff' && !(role === 'auditor' && permission === 'evidence.write')),
    permission,
  );

/** Whether a person sees all evidence of a facility, that of tasks too. */
export const mayReadAllEvidence = (person: Person): boolean => everywhere(person, 'evidence.read');

const stands = (itemId: string, areas: readonly Area[]) =>
  areas.some(({ items }) => items.some(({ id }) => id === itemId));

/**
 * Whether the items of a sheet take evidence: it belongs to the whole facility, but an executive's run is private, and of a
 * vendor's form there is one for each system.
 */
export const takesEvidence = (sheetId: SheetId): boolean => sheetId !== 'executive' && sheetId !== 'checklist-vendor';

/**
 * Whether a person may add evidence to an item. `handed` are the areas assigned to the person in the open runs of this
 * fiscal year; staff and auditors may add to the items of these only.
 */
export function mayAddEvidence(person: Person, itemId: string, handed: readonly Area[]): boolean {
  if (everywhere(person, 'evidence.write')) return true;
  return may(person.roles, 'evidence.write') && stands(itemId, handed);
}

/**
 * Whether a person may see and receive evidence. `handed` are the areas assigned to the person in the runs of this
 * fiscal year, open or submitted; staff see the evidence of these and what they added themselves, not that of tasks.
 */
export function mayReadEvidence(
  person: Person,
  evidence: { readonly itemId: string | null; readonly addedBy: { readonly id: string } },
  handed: readonly Area[],
): boolean {
  if (everywhere(person, 'evidence.read')) return true;
  if (!may(person.roles, 'evidence.read')) return false;
  return evidence.addedBy.id === person.id || (evidence.itemId !== null && stands(evidence.itemId, handed));
}

/** Whether a person may take evidence away or put it back: staff and auditors what they added themselves, at any time. */
export function mayRemoveEvidence(person: Person, evidence: { readonly addedBy: { readonly id: string } }): boolean {
  if (everywhere(person, 'evidence.write')) return true;
  return may(person.roles, 'evidence.write') && evidence.addedBy.id === person.id;
}
