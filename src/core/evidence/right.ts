import type { Area } from '../catalogue/sheet.ts';
import { may, type Role } from '../identity/role.ts';

type Person = { readonly id: string; readonly roles: readonly Role[] };

/** Staff work on what is handed to them; every other role that may write evidence does so everywhere. */
const writesEverywhere = ({ roles }: Person) =>
  may(
    roles.filter((role) => role !== 'staff'),
    'evidence.write',
  );

/**
 * Whether a person may add evidence to an item. `handed` are the areas assigned to the person in the open runs of this
 * fiscal year; staff may add to the items of these only.
 */
export function mayAddEvidence(person: Person, itemId: string, handed: readonly Area[]): boolean {
  if (writesEverywhere(person)) return true;
  return may(person.roles, 'evidence.write') && handed.some(({ items }) => items.some(({ id }) => id === itemId));
}

/** Whether a person may take evidence away or put it back: staff what they added themselves, at any time. */
export function mayRemoveEvidence(person: Person, evidence: { readonly addedBy: { readonly id: string } }): boolean {
  if (writesEverywhere(person)) return true;
  return may(person.roles, 'evidence.write') && evidence.addedBy.id === person.id;
}
