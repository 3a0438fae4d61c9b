import { createHmac, createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

const written = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const read = (part: string): Claims => JSON.parse(Buffer.from(part, 'base64url').toString());

/** A key an ID token is signed with. */
export function signingKey(): JsonWebKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'signing', alg: 'RS256', use: 'sig' };
}

/** What of a key everybody may see. */
export const shownOf = ({ kty, n, e, kid, alg, use }: JsonWebKey) => ({ kty, n, e, kid, alg, use });

/** How an ID token is spoiled: signed anew after its claims were changed, left with the old signature, unsigned, or signed by what the client knows. */
export type Spoiling = {
  readonly claims: Claims;
  readonly signed: 'anew' | 'as before' | 'not at all' | 'by the secret';
};

/** An ID token with other claims. */
export function spoiled(token: string, { claims, signed }: Spoiling, key: JsonWebKey, secret: string): string {
  const [head = '', body = '', signature = ''] = token.split('.');
  const changed = written({ ...read(body), ...claims });
  const under = (alg: string) => `${written({ ...read(head), alg })}.${changed}`;
  if (signed === 'as before') return `${head}.${changed}.${signature}`;
  if (signed === 'not at all') return `${under('none')}.`;
  if (signed === 'by the secret') {
    const text = under('HS256');
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
  const text = `${head}.${changed}`;
  const by = createPrivateKey({ key, format: 'jwk' });
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), by).toString('base64url')}`;
}
