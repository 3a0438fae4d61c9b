import fc from 'fast-check';

const edges = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud83d',
  '\ufeff',
  '\r\nSet-Cookie: mamori=1',
  '%0d%0aLocation:%20https://evil.example',
  "'; drop table answer; --",
  '" or 1=1 --',
  '$$; select pg_sleep(9); $$',
  '=cmd|" /C calc"!A0',
  '+1+1',
  '@SUM(1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  `$${'{7*7}'}`,
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/proc/self/environ',
  'file:///etc/passwd',
  'http://169.254.169.254/',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '1e400',
  '-1',
  '0x10',
  '９９９',
  '髙﨑𠮷①㈱',
  'ﷺ',
  'Z̸̢̛a̷l̴g̶o̷'.repeat(20),
  '\u202eevil',
  '\u200b',
  '𝟘'.repeat(50),
] as const;

const long = fc
  .tuple(fc.constantFrom('a', 'あ', '\u0301', '0', '"', '\\', '🏥'), fc.constantFrom(1_000, 5_000, 60_000))
  .map(([sign, times]) => sign.repeat(times));

/** Text that has broken programs before: control signs, half characters, injections, and plain length. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...edges) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: long },
);

const numbers = [-1, 0, 1.5, 99, 1e9, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 5e-324];

/** A value of any other kind than the one asked for. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers, true, false, null, [], {}, [[]], [null]) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(50, 2_000).map((size) => Array.from({ length: size }, () => 'x')) },
);
