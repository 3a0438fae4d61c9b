import type { FacilityRole, SystemRole } from './role.ts';
import type { SecondFactor } from './second-factor.ts';

/** What a person holds in the whole installation. */
export type Held = {
  readonly personId: string;
  readonly systemRoles: readonly SystemRole[];
  readonly memberships: readonly { readonly facilityId: string; readonly roles: readonly FacilityRole[] }[];
  /** Whether the person belongs to an organisation above the facilities. */
  readonly above: boolean;
  /** Whether an organisation's provider vouches for the person, who has no password. */
  readonly byProvider: boolean;
};

export type ResetDecision =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly reason:
        | 'not-allowed'
        | 'not-found'
        | 'identity/reset-own'
        | 'identity/reset-system-role'
        | 'identity/reset-elsewhere'
        | 'identity/reset-by-facility'
        | 'identity/reset-by-provider';
    };

const no = (reason: Extract<ResetDecision, { accepted: false }>['reason']): ResetDecision => ({
  accepted: false,
  reason,
});

const administers = ({ memberships }: Held, facilityId?: string) =>
  memberships.some(
    (each) => (facilityId ?? each.facilityId) === each.facilityId && each.roles.includes('facility-administrator'),
  );

function decideInFacility(facilityId: string, issuer: Held, person: Held): ResetDecision {
  if (!administers(issuer, facilityId)) return no('not-allowed');
  if (!person.memberships.some((each) => each.facilityId === facilityId)) return no('not-found');
  if (person.systemRoles.length > 0) return no('identity/reset-system-role');
  if (person.memberships.length > 1 || person.above) return no('identity/reset-elsewhere');
  return { accepted: true };
}

function decideAbove(issuer: Held, person: Held): ResetDecision {
  if (!issuer.systemRoles.includes('system-administrator')) return no('not-allowed');
  if (person.systemRoles.length > 0) return no('identity/reset-system-role');
  const ofOneFacility = person.memberships.length < 2 && !person.above;
  if (ofOneFacility && !administers(person)) return no('identity/reset-by-facility');
  return { accepted: true };
}

type Reset = { readonly facilityId: string | null; readonly issuer: Held | null; readonly person: Held };

function decideIssuer({ facilityId, issuer, person }: Reset): ResetDecision {
  if (issuer === null) return { accepted: true };
  if (issuer.personId === person.personId) return no('identity/reset-own');
  return facilityId === null ? decideAbove(issuer, person) : decideInFacility(facilityId, issuer, person);
}

/**
 * Whether the issuer may let the person choose a new password, when the link is issued and again when it is used. In a
 * facility its administrator may for those who belong to no other facility, to no organisation above, and hold no role of
 * the whole installation, so that nobody is taken over for what they hold elsewhere. Above the facilities (`facilityId`
 * null) the system administrator may for facility administrators and for all whom no facility may reset. A link
 * without an issuer was asked for by the person and went to the registered address. For whom an organisation's provider
 * vouches, nobody makes a password.
 */
export function decideReset(of: Reset): ResetDecision {
  const decision = decideIssuer(of);
  return decision.accepted && of.person.byProvider ? no('identity/reset-by-provider') : decision;
}

/**
 * Whether somebody who asks at the sign-in page is sent a link. Who never chose a password has one from an administrator
 * only: the mailbox alone, which may belong to the organisation whose provider made the account, proves too little.
 */
export const maySendOwnLink = (person: Held, password: boolean): boolean =>
  password && decideReset({ facilityId: null, issuer: null, person }).accepted;

/** What a reset leaves of the second factors: of passkeys made where there was no password, none. They came by a provider. */
export const leftByReset = (held: readonly SecondFactor[], password: boolean): readonly SecondFactor[] =>
  held.filter((each) => password || each !== 'passkey');

/**
 * Whether the system administrator sees the link, to hand it over. Where no second factor is asked for after it, the link is
 * the whole way in, at more than one facility: then it goes to the registered address only, if letters can be sent.
 */
export const showsLink = (left: readonly SecondFactor[], canMail: boolean): boolean => left.length > 0 || !canMail;
