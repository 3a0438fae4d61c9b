import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRecoveryCode, recoveryCodeOf, writtenRecoveryCode } from './recovery-code.ts';

const bytes = fc.uint8Array({ minLength: 15, maxLength: 15 });

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
  ['OIL0-1111-2222-3333-4444-5555', '011011112222333344445555'],
  ['7q2m k4xd 09zp hb3t wc8n 5gyr', '7Q2MK4XD09ZPHB3TWC8N5GYR'],
])('takes %s as meant', (typed, code) => {
  expect(readRecoveryCode(typed)).toBe(code);
});

const whole = '7Q2M-K4XD-09ZP-HB3T-WC8N-5GYR';
it.each(['', '123456', '7Q2M-K4XD-09ZP-HB3T', `${whole}-1`, whole.replace('7Q', '7U')])('is not %s', (typed) => {
  expect(readRecoveryCode(typed)).toBeUndefined();
});
