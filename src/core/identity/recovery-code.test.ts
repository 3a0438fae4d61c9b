import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRecoveryCode, recoveryCodeOf, writtenRecoveryCode } from './recovery-code.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

it('is read from paper as it was written, in small letters, full width and without hyphens', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = recoveryCodeOf(random);
      const written = writtenRecoveryCode(code);
      const fullWidth = [...written].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
      for (const typed of [written, code, written.toLowerCase(), ` ${written.replaceAll('-', ' ')} `, fullWidth]) {
        expect(readRecoveryCode(typed)).toBe(code);
      }
    }),
  );
});

it('differs wherever the random bytes differ', () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(recoveryCodeOf(one) === recoveryCodeOf(other)).toBe(Buffer.from(one).equals(Buffer.from(other)));
    }),
  );
});

it.each([
  ['OIL0-1111-2222-3333', '0110111122223333'],
  ['7q2m k4xd 09zp hb3t', '7Q2MK4XD09ZPHB3T'],
])('takes %s as meant', (typed, code) => {
  expect(readRecoveryCode(typed)).toBe(code);
});

it.each(['', '123456', '7Q2M-K4XD-09ZP', '7Q2M-K4XD-09ZP-HB3T-1', '7U2M-K4XD-09ZP-HB3T'])('is not %s', (typed) => {
  expect(readRecoveryCode(typed)).toBeUndefined();
});
