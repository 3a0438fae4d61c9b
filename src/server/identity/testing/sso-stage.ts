import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Reply, request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer, testAddress } from '../../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { client, TestProvider } from './provider.ts';
import { ProviderBrowser } from './provider-browser.ts';

/** The cookies a reply set, beside those the browser had. */
export function withCookies({ headers }: Reply, before = ''): TestPerson {
  const jar = new Map(
    before
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split('=', 2) as [string, string]),
  );
  for (const line of headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2);
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return { id: '', name: '', cookie: [...jar].map((pair) => pair.join('=')).join('; ') };
}

export type Way = { readonly browser: TestPerson; readonly url: string };

/** A server with a new world for every test, and a real provider beside it that belongs to the network of the world. */
export class SsoStage {
  server!: TestServer;
  provider!: TestProvider;
  world!: World;
  /** Every test has a domain of its own, so that nobody of another test is met. */
  domain = '';
  #number = 0;

  constructor() {
    beforeAll(async () => {
      this.server = await startTestServer();
      this.provider = await TestProvider.start(testAddress);
    });
    afterAll(async () => {
      await this.provider.stop();
      await this.server.stop();
    });
    beforeEach(async () => {
      this.server.clock.now = new Date();
      this.provider.forged = false;
      this.provider.spoiling = undefined;
      this.provider.instead = undefined;
      this.world = await makeWorld(this.server);
      this.#number += 1;
      this.domain = `hospital-${this.#number}.example.jp`;
      await this.connect();
      await this.open();
    });
  }

  send(person: TestPerson | undefined, method: string, path: string, body?: unknown): Promise<Reply> {
    return request(this.server, person, { method, path, ...(body !== undefined && { body }) });
  }

  get connectionPath(): string {
    return `/register/organisations/${this.world.network.id}/sso`;
  }

  connect(changed: Record<string, unknown> = {}): Promise<Reply> {
    const body = { name: 'みなと法人', issuer: this.provider.issuer, ...client, domains: [this.domain], ...changed };
    return this.send(this.world.administrator, 'PUT', this.connectionPath, body);
  }

  /** The facility joins the network and lets its provider's people in, or does so no more. */
  async open(open = true, { here } = this.world): Promise<Reply> {
    const path = `/facilities/${here.id}/memberships/${this.world.network.id}`;
    const by = here.people['facility-administrator'];
    if (open) await this.send(by, 'PUT', path, { shows: 'stage' });
    return this.send(by, 'PUT', `${path}/sso`, { open });
  }

  give(group: string, roles: readonly string[], memberId: string | null = this.world.here.id): Promise<Reply> {
    const path = `/organisations/${this.world.network.id}/sso-groups`;
    return this.send(this.world.network.people['organisation-administrator'], 'POST', path, { group, roles, memberId });
  }

  /** Lets an account have the address of the organisation, as it would where it was made there before. */
  rename(personId: string, email: string): Promise<void> {
    return withClient(this.server.database.owner, async (owner) => {
      await owner.query('begin');
      await owner.query('alter table person_secret no force row level security');
      await owner.query('update person_secret set email = $1 where person_id = $2', [email, personId]);
      await owner.query('alter table person_secret force row level security');
      await owner.query('commit');
    });
  }

  address(name: string): string {
    return `${name}@${this.domain}`;
  }

  async begin(email: string, before?: TestPerson): Promise<Way> {
    const reply = await this.send(before, 'POST', '/sso/beginning', { email });
    return { browser: withCookies(reply, before?.cookie), url: (reply.body as { url: string }).url };
  }

  /** What the provider gives the browser to bring back. */
  async answered(url: string, login: string, at = new ProviderBrowser()): Promise<Record<string, string>> {
    return Object.fromEntries((await at.signIn(url, login, testAddress)).searchParams);
  }

  complete(browser: TestPerson, answer: Record<string, string>): Promise<Reply> {
    return this.send(browser, 'POST', '/sso/completion', answer);
  }

  /** The whole way, there and back. */
  async signIn(email: string, at?: ProviderBrowser): Promise<{ readonly reply: Reply; readonly browser: TestPerson }> {
    const { browser, url } = await this.begin(email);
    const reply = await this.complete(browser, await this.answered(url, email, at));
    return { reply, browser: withCookies(reply, browser.cookie) };
  }
}
