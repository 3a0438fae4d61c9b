type Known = {
  readonly personId: string;
  readonly systemRoles: readonly string[];
  /** Whether the person holds something at a facility that has not opened itself to the organisation, or in another one. */
  readonly heldElsewhere: boolean;
};

export type EntryDecision =
  | { readonly accepted: true; readonly person: 'known' | 'new' }
  | {
      readonly accepted: false;
      readonly reason: 'sso/link-first' | 'sso/not-for-administrators' | 'sso/held-elsewhere';
    };

/**
 * Who comes in by a provider: whom its name for the person is tied to, else somebody new. An account that has the
 * address already is never taken over, and who holds a role of the whole installation, or anything out of the
 * organisation's reach, signs in here only: no directory opens a house that never agreed.
 */
export function decideEntry(known: Known | undefined, emailTaken: boolean): EntryDecision {
  if (known && known.systemRoles.length > 0) return { accepted: false, reason: 'sso/not-for-administrators' };
  if (known?.heldElsewhere) return { accepted: false, reason: 'sso/held-elsewhere' };
  if (known) return { accepted: true, person: 'known' };
  return emailTaken ? { accepted: false, reason: 'sso/link-first' } : { accepted: true, person: 'new' };
}

export type LinkDecision =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly reason: 'sso/linked-elsewhere' | 'sso/not-for-administrators' | 'sso/other-email' | 'sso/held-elsewhere';
    };

/** Whether a person may tie the own account to what the provider says: the same address, and nobody else's. */
export function decideLink(of: {
  readonly self: Known & { readonly email: string };
  readonly linkedTo: string | undefined;
  readonly email: string;
}): LinkDecision {
  const { self, linkedTo, email } = of;
  if (self.systemRoles.length > 0) return { accepted: false, reason: 'sso/not-for-administrators' };
  if (self.heldElsewhere) return { accepted: false, reason: 'sso/held-elsewhere' };
  if (self.email !== email) return { accepted: false, reason: 'sso/other-email' };
  if (linkedTo !== undefined && linkedTo !== self.personId) return { accepted: false, reason: 'sso/linked-elsewhere' };
  return { accepted: true };
}

export type UnlinkDecision =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: 'not-found' | 'sso/password-needed' };

/**
 * Whether a person may undo the tie of the own account to a provider: with a password only. A passkey alone is not enough,
 * though it would open such an account: whoever the directory made could stay in by it after leaving the organisation.
 */
export function decideUnlink(of: { readonly tied: boolean; readonly password: boolean }): UnlinkDecision {
  if (!of.tied) return { accepted: false, reason: 'not-found' };
  return of.password ? { accepted: true } : { accepted: false, reason: 'sso/password-needed' };
}
