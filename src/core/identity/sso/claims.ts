import { email as emailShape, personName } from '../contract.ts';

type Claims = Readonly<Record<string, unknown>>;
type Asked = {
  readonly domains: readonly string[];
  readonly groupsClaim: string;
  readonly trustsSecondFactor: boolean;
};

export type ReadClaims =
  | {
      readonly accepted: true;
      readonly email: string;
      readonly name: string;
      readonly groups: readonly string[];
      readonly secondFactor: boolean;
    }
  | { readonly accepted: false; readonly reason: 'sso/email-not-verified' | 'sso/foreign-domain' };

/** Methods of RFC 8176 that only something else than the password can be. */
const secondFactors: readonly unknown[] = ['mfa', 'otp', 'hwk'];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/** A name as a person may have one here: without control characters, at most 100 characters; else the address stands for it. */
function nameOf({ name }: Claims, address: string): string {
  const cleaned =
    typeof name === 'string'
      ? name
          .toWellFormed()
          .replaceAll(/\p{C}+/gu, ' ')
          .trim()
      : '';
  const read = personName.safeParse(cleaned);
  return read.success ? read.data : address.slice(0, 100);
}

/** What the provider says of a person, as far as it counts here: a confirmed address of the connection's own domains. */
export function readClaims(claims: Claims, { domains, groupsClaim, trustsSecondFactor }: Asked): ReadClaims {
  const address = emailShape.safeParse(claims.email);
  if (!address.success || claims.email_verified !== true) return { accepted: false, reason: 'sso/email-not-verified' };
  if (!domains.includes(domainOf(address.data))) return { accepted: false, reason: 'sso/foreign-domain' };
  const stated = Object.hasOwn(claims, groupsClaim) ? listOf(claims[groupsClaim]) : [];
  return {
    accepted: true,
    email: address.data,
    name: nameOf(claims, address.data),
    groups: stated.filter((group) => typeof group === 'string'),
    secondFactor: trustsSecondFactor || listOf(claims.amr).some((method) => secondFactors.includes(method)),
  };
}

const leewayMs = 30_000;

/** Whether the person signed in at the provider after the way there began, by the provider's clock within half a minute. */
export function isFreshSignIn(authTime: unknown, begunAt: Date): boolean {
  return typeof authTime === 'number' && authTime * 1000 >= begunAt.getTime() - leewayMs;
}
