import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Provider, { type Configuration } from 'oidc-provider';
import { type Spoiling, shownOf, signingKey, spoiled } from './id-token.ts';

export type Account = {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  readonly groups: readonly string[];
  /** By what somebody signs in there. */
  readonly amr: readonly string[];
};

const clientSecret = 'a secret between the provider and the hospital';
export const client = { clientId: 'mamori', clientSecret };
const scopes = ['openid', 'email', 'profile', 'groups'];

const page = (title: string, content: string) =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${content}`;

const signInPage = page(
  '法人のサインイン',
  '<form method="post"><label>職員のアドレス <input name="login"></label> <button>入る</button></form>',
);
const signOutPage = (form: string) =>
  page(
    '法人からサインアウト',
    `${form}<button form="op.logoutForm" name="logout" value="yes">サインアウトする</button>`,
  );

/** Everybody has agreed already, as in an organisation. */
const loadExistingGrant: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { client: asking, session, provider } = oidc;
  if (!asking || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
  grant.addOIDCScope(scopes.join(' '));
  await grant.save();
  return grant;
};

const clientOf = (mamori: string) => ({
  client_id: client.clientId,
  client_secret: clientSecret,
  redirect_uris: [`${mamori}/sso/callback`],
  post_logout_redirect_uris: [`${mamori}/sign-in?after=sign-out`],
});

const configured = (mamori: string, accounts: ReadonlyMap<string, Account>, key: object): Configuration => ({
  clients: [clientOf(mamori)],
  claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
  scopes,
  findAccount: (_, id) => {
    const { amr: _by, ...said } = accounts.get(id) ?? {};
    return { accountId: id, claims: () => ({ sub: id, ...said }) };
  },
  loadExistingGrant,
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = signOutPage(form);
      },
    },
  },
  ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 600, IdToken: 600 },
  pkce: { required: () => true },
  cookies: { keys: ['only for tests'] },
  jwks: { keys: [key] },
});

/** A real OpenID provider on this machine, with people who sign in by their address alone; what it was asked is noted. */
export class TestProvider {
  readonly accounts = new Map<string, Account>();
  readonly asked: string[] = [];
  /** Shows keys it does not sign with. */
  forged = false;
  /** How the ID tokens it gives are spoiled. */
  spoiling: Spoiling | undefined;
  /** Answers in the place of the provider. */
  instead: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  readonly issuer: string;
  readonly #server: ReturnType<typeof createServer>;
  readonly #key = signingKey();
  readonly #foreign = JSON.stringify({ keys: [shownOf(signingKey())] });

  private constructor(server: ReturnType<typeof createServer>, mamori: string) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(this.issuer, configured(mamori, this.accounts, this.#key));
    provider.use(async ({ path, response }, next) => {
      await next();
      if (path === '/token' && this.spoiling) response.body = this.#spoil(response.body, this.spoiling);
    });
    const answer = provider.callback();
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.asked.push(`${request.method} ${request.url?.split('?')[0]}`);
      if (this.instead?.(request, response)) return;
      if (request.url?.startsWith('/interaction/')) void this.#meet(provider, request, response);
      else if (this.forged && request.url === '/jwks')
        response.setHeader('content-type', 'application/json').end(this.#foreign);
      else void answer(request, response);
    });
  }

  static async start(mamori: string): Promise<TestProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
    return new TestProvider(server, mamori);
  }

  async #meet(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(signInPage);
      return;
    }
    const accountId = new URLSearchParams(await text(request)).get('login') ?? '';
    const amr = [...(this.accounts.get(accountId)?.amr ?? [])];
    await provider.interactionFinished(request, response, { login: { accountId, amr } });
  }

  #spoil(body: unknown, spoiling: Spoiling): unknown {
    const { id_token: token, ...rest } = body as { readonly id_token: string };
    return { ...rest, id_token: spoiled(token, spoiling, this.#key, clientSecret) };
  }

  /** Somebody of the organisation, who signs in there by the address. */
  person(email: string, changed: Partial<Account> = {}): void {
    const usual = { email, email_verified: true, name: '佐藤 一郎', groups: [], amr: ['pwd'] };
    this.accounts.set(email, { ...usual, ...changed });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
