import type { RateLimit } from '../kernel/rate-limit.ts';

/**
 * How often somebody may try to register by one invitation. Whoever holds one is told of an address that it is registered,
 * so as to sign in instead; so few tries make no list of who is.
 */
export const invitationTries: RateLimit = { most: 10, seconds: 24 * 60 * 60 };
