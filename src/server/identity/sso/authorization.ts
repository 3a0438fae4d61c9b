import { refused } from '../../platform/http/refusal.ts';
import type { SecretBox } from '../secret-box.ts';
import type { AttemptRow } from './attempt-repository.ts';
import type { ConnectionRow } from './connection-repository.ts';
import { clientOf, type Provider, type ProviderMetadata } from './provider.ts';
import { isAway } from './provider-fetch.ts';

export type Answer = {
  readonly state: string;
  readonly code?: string | undefined;
  readonly iss?: string | undefined;
  readonly error?: string | undefined;
};

export const callbackOf = (origin: string) => `${origin}/sso/callback`;
export const signedOutOf = (origin: string) => `${origin}/sign-in?after=sign-out`;

export const providerOf = (box: SecretBox, connection: ConnectionRow): Provider => ({
  metadata: connection.metadata as ProviderMetadata,
  clientId: connection.client_id,
  clientSecret: box.open(connection.client_secret),
});

/** Fresh secrets of one way to a provider and back. */
export async function newSecrets() {
  const client = await import('openid-client');
  return { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
}

type Asking = Pick<AttemptRow, 'purpose' | 'nonce' | 'verifier'> & {
  readonly state: string;
  readonly loginHint: string;
  readonly origin: string;
};

const scopeOf = ({ scopes_supported: known = [] }: ProviderMetadata, groupsClaim: string) =>
  ['openid', 'email', 'profile', ...(known.includes(groupsClaim) ? [groupsClaim] : [])].join(' ');

/** Where the browser goes to be signed in by the provider. */
export async function authorizationUrl(box: SecretBox, connection: ConnectionRow, asking: Asking): Promise<string> {
  const client = await import('openid-client');
  const provider = providerOf(box, connection);
  const again = asking.purpose === 'step-up' ? { prompt: 'login', max_age: '0' } : {};
  const url = client.buildAuthorizationUrl(await clientOf(provider), {
    redirect_uri: callbackOf(asking.origin),
    scope: scopeOf(provider.metadata, connection.groups_claim),
    state: asking.state,
    nonce: asking.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(asking.verifier),
    code_challenge_method: 'S256',
    login_hint: asking.loginHint,
    ...again,
  });
  return url.href;
}

function callbackUrl(origin: string, { state, code, iss, error }: Answer): URL {
  const url = new URL(callbackOf(origin));
  for (const [name, value] of Object.entries({ state, code, iss, error })) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

/** How old a sign-in at the provider may be for a step-up, as the library counts it; that it is new is decided after. */
const wayMaySeconds = 15 * 60;

async function exchange(provider: Provider, attempt: AttemptRow, answer: Answer, origin: string) {
  const client = await import('openid-client');
  const configuration = await clientOf(provider);
  const tokens = await client.authorizationCodeGrant(configuration, callbackUrl(origin, answer), {
    expectedState: answer.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
    ...(attempt.purpose === 'step-up' && { maxAge: wayMaySeconds }),
  });
  const told = tokens.claims();
  if (!told || tokens.id_token === undefined) throw refused('sso/answer-not-valid');
  const more = provider.metadata.userinfo_endpoint
    ? await client.fetchUserInfo(configuration, tokens.access_token, told.sub)
    : {};
  return {
    idToken: tokens.id_token,
    subject: told.sub,
    claims: { ...more, ...told } as Readonly<Record<string, unknown>>,
  };
}

/** Who the provider says has come back; everything its signed answer must prove is proved. */
export async function identityFrom(provider: Provider, attempt: AttemptRow, answer: Answer, origin: string) {
  const client = await import('openid-client');
  try {
    return await exchange(provider, attempt, answer, origin);
  } catch (error) {
    if (isAway(error)) throw refused('sso/provider-unreachable');
    if (error instanceof client.AuthorizationResponseError) throw refused('sso/refused');
    throw refused('sso/answer-not-valid');
  }
}
