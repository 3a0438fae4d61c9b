/** A place a person belongs to, whether the person administers it, and by how many others it is administered. */
export type HeldPlace = {
  readonly kind: 'facility' | 'organisation' | 'system';
  readonly id: string;
  readonly name: string;
  readonly administers: boolean;
  readonly others: number;
};

export type Erasure =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly reason: 'identity/last-administrator-of';
      readonly places: readonly HeldPlace[];
    };

/** Whether an account may be erased: every facility, organisation and the installation keeps at least one administrator. */
export function decideErasure(held: readonly HeldPlace[]): Erasure {
  const places = held.filter(({ administers, others }) => administers && others === 0);
  if (places.length === 0) return { accepted: true };
  return { accepted: false, reason: 'identity/last-administrator-of', places };
}

/** Whether what was typed confirms the erasure of the account with this address: the address itself, however it is written. */
export const confirmsErasure = (typed: string, email: string): boolean => typed.trim().toLowerCase() === email;
