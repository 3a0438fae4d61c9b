import { codeAt } from '#server/app/testing/identity-fixtures.ts';

const step = 30_000;
const used = new Map<string, number>();

/** The code an authenticator shows now; after one was used the next, which counts already: no code counts twice. */
export function codeOf(secret: string): string {
  const now = Math.floor(Date.now() / step);
  const next = Math.max(now, (used.get(secret) ?? 0) + 1);
  used.set(secret, next);
  return codeAt(secret, new Date(next * step));
}
