type Known = { readonly personId: string; readonly systemRoles: readonly string[] };

export type EntryDecision =
  | { readonly accepted: true; readonly person: 'known' | 'new' }
  | { readonly accepted: false; readonly reason: 'sso/link-first' | 'sso/not-for-administrators' };

/**
 * Who comes in by a provider: whom its name for the person is tied to, else somebody new. An account that has the
 * address already is never taken over, and who holds a role of the whole installation signs in here only.
 */
export function decideEntry(known: Known | undefined, emailTaken: boolean): EntryDecision {
  if (known && known.systemRoles.length > 0) return { accepted: false, reason: 'sso/not-for-administrators' };
  if (known) return { accepted: true, person: 'known' };
  return emailTaken ? { accepted: false, reason: 'sso/link-first' } : { accepted: true, person: 'new' };
}

export type LinkDecision =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly reason: 'sso/linked-elsewhere' | 'sso/not-for-administrators' | 'sso/other-email';
    };

/** Whether a person may tie the own account to what the provider says: the same address, and nobody else's. */
export function decideLink(of: {
  readonly self: Known & { readonly email: string };
  readonly linkedTo: string | undefined;
  readonly email: string;
}): LinkDecision {
  const { self, linkedTo, email } = of;
  if (self.systemRoles.length > 0) return { accepted: false, reason: 'sso/not-for-administrators' };
  if (self.email !== email) return { accepted: false, reason: 'sso/other-email' };
  if (linkedTo !== undefined && linkedTo !== self.personId) return { accepted: false, reason: 'sso/linked-elsewhere' };
  return { accepted: true };
}
