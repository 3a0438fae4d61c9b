import type { Context, MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { ApiVariables } from './guard.ts';

type Told = { readonly code?: string; readonly data?: { readonly faults?: readonly { readonly code: string }[] } };
type Noting = { readonly log: Logger; readonly addressOf: (c: Context) => string };

/** Our own pages never send these: whoever does tries what happens. */
const neverSentByUs = ['not-known', 'not-readable', 'character-not-usable'];
const alwaysTold = [403, 413, 429];
const guessed = [
  'identity/sign-in-refused',
  'identity/code-wrong',
  'identity/password-wrong',
  'identity/passkey-refused',
  'identity/passkey-copied',
  'sso/answer-not-valid',
  'access-token-not-usable',
];
/** Asked of everybody on the way, and answered by a code or the password. */
const asked = ['step-up-required', 'second-factor-required'];

async function toldIn(response: Response): Promise<Told> {
  try {
    return (await response.clone().json()) as Told;
  } catch {
    return {};
  }
}

const facilityIn = (path: string) => /\/facilities\/([0-9a-f-]{36})(?:\/|$)/.exec(path)?.[1];

/**
 * Notes every request that is turned away: when, who, from where, at which endpoint and why, and nothing of what was sent.
 * Attempts to pass a door are told at `warn`, slips of everyday use at `info`.
 */
export function refusalLog({ log, addressOf }: Noting): MiddlewareHandler<{ Variables: ApiVariables }> {
  return async (c, next) => {
    await next();
    const { status } = c.res;
    if (status < 400 || status >= 500) return;
    const { code, data } = await toldIn(c.res);
    const tried = data?.faults?.some((fault) => neverSentByUs.includes(fault.code)) === true;
    const turnedAway = c.get('turnedAway');
    const attempt = turnedAway !== undefined || tried || alwaysTold.includes(status) || guessed.includes(code ?? '');
    const level = attempt && !asked.includes(code ?? '') ? 'warn' : 'info';
    const person = turnedAway ?? c.get('actor')?.personId;
    const path = c.get('endpoint')?.path;
    const at = { method: c.req.method, path, facility: facilityIn(c.req.path), person, address: addressOf(c) };
    log[level]({ code, status, ...at }, 'refused');
  };
}
