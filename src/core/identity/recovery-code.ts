/** So many recovery codes are made at a time. */
export const recoveryCodeCount = 10;
/** With so many left, or fewer, the person is told to make new ones. */
export const fewRecoveryCodes = 3;

/** Crockford's 32 characters: no I, L, O, U, so that nothing on paper is read as something else. */
const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 24;
const plain = new RegExp(`^[${characters}]{${length}}$`);

/** A recovery code of 120 bits from fifteen random bytes. */
export function recoveryCodeOf(random: Uint8Array): string {
  const bits = Array.from(random, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{5}/g) ?? [];
  return groups
    .slice(0, length)
    .map((group) => characters[Number.parseInt(group, 2)])
    .join('');
}

/**
 * A recovery code as it is stored and compared, from what a person typed off the paper: small letters, full width, spaces
 * and hyphens are taken as meant, I and L as 1, O as 0. Undefined where it is none.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const folded = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-‐‑–—−ー]/gu, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  return plain.test(folded) ? folded : undefined;
}

/** 「7Q2M-K4XD-09ZP-HB3T-WC8N-5GYR」, as it stands on paper. */
export const writtenRecoveryCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');
