import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const server = join(import.meta.dirname, '..');

/**
 * Files of the server that call another machine, and by what an operator asks for it; the database of DATABASE_URL
 * aside. Nothing phones home: whoever adds a way out adds it here.
 */
const waysOut: Readonly<Record<string, string>> = {
  'platform/mail/carrier.ts': 'the mail server of SMTP_URL',
  'app/webhook/post-message.ts': 'the hosts of MAMORI_WEBHOOK_HOSTS',
  'identity/sso/provider-fetch.ts': 'the identity providers set up by the system administrator',
  'identity/sso/provider.ts': 'the same, through provider-fetch.ts alone',
  'identity/sso/authorization.ts': 'the same, through provider-fetch.ts alone',
  'identity/sso/onward.ts': 'nobody: the address for signing out at the provider, for the browser',
};

const listening = ['createServer', 'isIP', 'isIPv4', 'BlockList', 'SocketAddress'];
const clients = /(?:from |import\()'(nodemailer|openid-client|undici|axios|node:dns|node:dgram|node:http2)(\/[^']*)?'/;

/** Whether a text calls out: by fetch, by a client package, or by more of Node's network than listening takes. */
function callsOut(text: string): boolean {
  const withoutTypes = text.replaceAll(/import type .*;/g, '');
  const imported = [...withoutTypes.matchAll(/import \{([^}]*)\} from 'node:(?:http|https|net|tls)'/g)];
  const names = imported.flatMap(([, list = '']) => list.split(',').map((name) => name.trim().split(' as ')[0] ?? ''));
  const more = names.filter((name) => name !== '' && !name.startsWith('type ') && !listening.includes(name));
  return more.length > 0 || clients.test(withoutTypes) || /(?<![.\w])fetch\(/.test(withoutTypes);
}

const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('testing/'));

test('the server has no way out but those an operator asked for', () => {
  const found = sources.filter((path) => callsOut(readFileSync(join(server, path), 'utf8')));
  const asked = Object.keys(waysOut).filter((path) => sources.includes(path));
  expect(found.toSorted()).toEqual(asked.toSorted());
});

test.each([
  ["await fetch('https://example.jp')", true],
  ["import { request } from 'node:https';", true],
  ["import { connect } from 'node:net';", true],
  ["import { createTransport } from 'nodemailer';", true],
  ["const { createTransport } = await import('nodemailer');", true],
  ["import { createServer as listen } from 'node:https';", false],
  ["import { isIP } from 'node:net';", false],
  ['serve({ fetch: app.fetch })', false],
])('%s: %s', (text, out) => expect(callsOut(text)).toBe(out));
