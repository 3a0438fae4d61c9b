import type { Configuration, ServerMetadata } from 'openid-client';
import { refused } from '../../platform/http/refusal.ts';
import { mayAskProvider } from './may-ask-provider.ts';
import { isAway, providerFetch } from './provider-fetch.ts';

/** What is kept of a provider's own description, and nothing else of it. */
const kept = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'end_session_endpoint',
  'scopes_supported',
  'token_endpoint_auth_methods_supported',
  'id_token_signing_alg_values_supported',
  'code_challenge_methods_supported',
  'authorization_response_iss_parameter_supported',
] as const satisfies readonly (keyof ServerMetadata)[];
const addressed = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'end_session_endpoint',
] as const;
const needed = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;

export type ProviderMetadata = Pick<ServerMetadata, (typeof kept)[number]>;

export type Provider = {
  readonly metadata: ProviderMetadata;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** Every address of a provider the server or the browser is sent to. */
export const endpointsOf = (metadata: ProviderMetadata): string[] => addressed.flatMap((name) => metadata[name] ?? []);

const pick = (metadata: ServerMetadata): ProviderMetadata =>
  Object.fromEntries(
    kept.flatMap((name) => (metadata[name] === undefined ? [] : [[name, metadata[name]]])),
  ) as ProviderMetadata;

function refuseUnfit(metadata: ProviderMetadata, origin: string): void {
  const complete = needed.every((name) => metadata[name] !== undefined);
  const askable = endpointsOf(metadata).every((address) => mayAskProvider(address, origin));
  const pkce = metadata.code_challenge_methods_supported ?? ['S256'];
  if (!complete || !askable || !pkce.includes('S256')) throw refused('sso/provider-unfit');
}

const wellKnown = '/.well-known/openid-configuration';

async function discover(issuer: string): Promise<ServerMetadata> {
  const client = await import('openid-client');
  const fetching = providerFetch([`${issuer.replace(/\/$/, '')}${wellKnown}`]);
  const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  const found = await client.discovery(new URL(issuer), 'mamori', undefined, client.None(), {
    [client.customFetch]: fetching,
    execute,
  });
  return found.serverMetadata();
}

/** Reads what a provider says of itself; refused with what is wrong, for whoever sets it up. */
export async function readProvider(issuer: string, origin: string): Promise<ProviderMetadata> {
  if (!mayAskProvider(issuer, origin)) throw refused('sso/issuer-not-allowed');
  const found = await discover(issuer).catch((error: unknown) => {
    if (isAway(error)) throw refused('sso/issuer-unreachable');
    const differs =
      error instanceof Error && 'code' in error && error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';
    throw refused(differs ? 'sso/issuer-differs' : 'sso/no-discovery');
  });
  // The library lets some well-known providers name a pattern as issuer; here it is one issuer, letter by letter.
  if (!URL.canParse(found.issuer) || new URL(found.issuer).href !== new URL(issuer).href)
    throw refused('sso/issuer-differs');
  const metadata = pick(found);
  refuseUnfit(metadata, origin);
  return metadata;
}

/** The client of a provider as it was kept: asks only the addresses found when it was saved. */
export async function clientOf({ metadata, clientId, clientSecret }: Provider): Promise<Configuration> {
  const client = await import('openid-client');
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const secret = methods.includes('client_secret_basic') ? client.ClientSecretBasic : client.ClientSecretPost;
  const configuration = new client.Configuration(metadata, clientId, clientSecret, secret(clientSecret));
  configuration[client.customFetch] = providerFetch(endpointsOf(metadata));
  client.enableNonRepudiationChecks(configuration);
  if (metadata.issuer.startsWith('http:')) client.allowInsecureRequests(configuration);
  return configuration;
}
