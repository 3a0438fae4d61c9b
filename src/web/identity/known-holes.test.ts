import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '#core/identity/contract.ts';
import { nextPath } from './landing.ts';
import { safeReturn } from './return-path.ts';
import { signInSearch } from './sign-in-search.ts';

const own = 'https://mamori.example.jp';
const session: Session = {
  person: { id: '00000000-0000-4000-8000-000000000000', name: '山田' },
  pending: 'none',
  proofs: [],
  sso: null,
  systemRoles: [],
  facilities: [],
  organisations: [],
};

const parts = [
  ...[
    '/',
    '//',
    '\\',
    '/\\',
    '\t',
    '\n',
    '\r',
    ' ',
    '.',
    '..',
    '/..',
    '/.',
    ':',
    '@',
    '#',
    '?',
    '&',
    '%',
    ';',
    '\u0000',
  ],
  ...['%2f', '%5c', '%09', '%0a', '%2e', '%00', '／', '＼', '。', '\u200b', '\u202e', '\ufeff', '／／'],
  ...['evil.example', 'mamori.example.jp', 'mamori.example.jp@evil.example', '[::1]', '0x7f.1', 'xn--evil-9ua'],
  ...[
    'http:',
    'https:',
    'javascript:',
    'JaVaScRiPt:',
    'data:text/html,',
    'blob:',
    'vbscript:',
    'file:',
    'ftp:',
    'intent:',
  ],
  ...['alert(1)', '<script>', 'facilities', 'sign-in', 'return=', 'https://evil.example'],
];
const hostile = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...parts) }, fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join(''));
const asked = fc.oneof(
  hostile,
  fc.webUrl(),
  fc.tuple(fc.constant('/'), hostile).map((both) => both.join('')),
  fc.anything(),
);

const staysHere = (path: string) => {
  expect(path).toMatch(/^\/(?![/\\])/);
  expect(new URL(path, own).origin).toBe(own);
  expect(new URL(path, `${own}/facilities/x/runs/`).origin).toBe(own);
};

describe('an open redirect after signing in', () => {
  it('leads to no other site, whatever an address asks for', () => {
    fc.assert(
      fc.property(asked, (wanted) => {
        const back = safeReturn(wanted);
        if (back !== undefined) staysHere(back);
      }),
      { numRuns: 20_000 },
    );
  });

  it('nor through the door of the second factor, which passes it on', () => {
    const pending: Session = { ...session, pending: 'second-factor' };
    fc.assert(
      fc.property(hostile, (wanted) => {
        staysHere(nextPath(session, wanted));
        const through = new URL(nextPath(pending, wanted), own);
        staysHere(nextPath(session, through.searchParams.get('return') ?? undefined));
        const { return: kept } = signInSearch({ return: wanted });
        if (kept !== undefined) staysHere(kept);
      }),
      { numRuns: 5_000 },
    );
  });
});
