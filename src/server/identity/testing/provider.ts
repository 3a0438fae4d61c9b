import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type Account = {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  readonly groups: readonly string[];
};

const clientSecret = 'a secret between the provider and the hospital';
export const client = { clientId: 'mamori', clientSecret };

const signingKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const named = { kid: 'signing', alg: 'RS256', use: 'sig' };
  return {
    own: { ...privateKey.export({ format: 'jwk' }), ...named },
    shown: { ...publicKey.export({ format: 'jwk' }), ...named },
  };
};

function providerAt(issuer: string, mamori: string, accounts: ReadonlyMap<string, Account>) {
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: clientSecret,
        redirect_uris: [`${mamori}/sso/callback`],
        post_logout_redirect_uris: [`${mamori}/sign-in?after=sign-out`],
        backchannel_logout_uri: `${mamori}/api/v1/sso/back-channel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
    features: {
      devInteractions: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      backchannelLogout: { enabled: true },
    },
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    jwks: { keys: [signingKey().own] },
  });
}

/** A real OpenID provider on this machine, with people who sign in by any password; what it was asked is noted. */
export class TestProvider {
  readonly accounts = new Map<string, Account>();
  readonly asked: string[] = [];
  /** Shows keys it does not sign with. */
  forged = false;
  readonly issuer: string;
  readonly #close: () => Promise<void>;

  private constructor(issuer: string, close: () => Promise<void>) {
    this.issuer = issuer;
    this.#close = close;
  }

  static async start(mamori: string): Promise<TestProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new TestProvider(issuer, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    const answer = providerAt(issuer, mamori, provider.accounts).callback();
    const foreign = JSON.stringify({ keys: [signingKey().shown] });
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      provider.asked.push(`${request.method} ${request.url?.split('?')[0]}`);
      if (provider.forged && request.url === '/jwks')
        response.setHeader('content-type', 'application/json').end(foreign);
      else void answer(request, response);
    });
    return provider;
  }

  /** Somebody of the organisation, who signs in there by the address. */
  person(email: string, changed: Partial<Account> = {}): void {
    this.accounts.set(email, { email, email_verified: true, name: '佐藤 一郎', groups: [], ...changed });
  }

  stop(): Promise<void> {
    return this.#close();
  }
}

/** A browser at the provider: follows it from page to page and signs in as the person, until it is sent back to Mamori. */
export class ProviderBrowser {
  readonly #cookies = new Map<string, string>();

  async #go(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  /** The address the provider sends the browser back to, having asked for what it asks. */
  async signIn(url: string, login: string, mamori: string): Promise<URL> {
    let here = url;
    let form: Record<string, string> | undefined;
    for (let step = 0; step < 12; step++) {
      if (here.startsWith(mamori)) return new URL(here);
      const answer = await this.#go(here, form);
      form = undefined;
      const onward = answer.headers.get('location');
      const page = await answer.text();
      if (onward) here = new URL(onward, here).href;
      else if (page.includes('name="login"')) form = { prompt: 'login', login, password: 'any' };
      else if (page.includes('value="consent"')) form = { prompt: 'consent' };
      else throw new Error(`${answer.status} ${page}`);
    }
    throw new Error('the provider leads in circles');
  }
}
