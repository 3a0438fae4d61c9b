import { codeAt } from '../../app/testing/identity-fixtures.ts';
import { type Reply, request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { tokenOf } from '../../app/testing/token-of.ts';
import { makeWorld, type TestFacility, type TestPerson, type World } from '../../app/testing/world.ts';

export const password = 'とても長いことばを選ぶ人たち';

/** The browser that got a session with this reply. */
export const browserOf = ({ headers }: Reply): TestPerson => ({
  id: '',
  name: '',
  cookie: headers.get('set-cookie')?.split(';')[0] ?? '',
});

export type Enrolled = {
  readonly browser: TestPerson;
  readonly personId: string;
  readonly email: string;
  readonly secret: string;
};

/** A server with two facilities, and the ways people come into them. */
export class Stage {
  readonly server: TestServer;
  readonly world: World;

  constructor(server: TestServer, world: World) {
    this.server = server;
    this.world = world;
  }

  static async open(): Promise<Stage> {
    const server = await startTestServer();
    return new Stage(server, await makeWorld(server));
  }

  later(seconds: number): void {
    this.server.clock.now = new Date(this.server.clock.now.getTime() + seconds * 1000);
  }

  post(browser: TestPerson | undefined, path: string, body?: unknown): Promise<Reply> {
    return request(this.server, browser, { method: 'POST', path, body });
  }

  /** Signs in from a browser without a session. */
  signIn(email: string, more: { readonly code?: string; readonly password?: string } = {}): Promise<Reply> {
    return this.post(undefined, '/session', { email, password, ...more });
  }

  /** Whether a browser's session is open. */
  async isOpen(browser: TestPerson): Promise<boolean> {
    return (await request(this.server, browser, { method: 'GET', path: '/session' })).status === 200;
  }

  /** The secret of a new invitation. */
  async invited(
    roles: readonly string[],
    facility: TestFacility = this.world.here,
    by: TestPerson = facility.people['facility-administrator'],
  ): Promise<string> {
    const reply = await this.post(by, `/facilities/${facility.id}/invitations`, { name: '招かれた人', roles });
    return tokenOf((reply.body as { path: string }).path);
  }

  accept(token: string, email: string): Promise<Reply> {
    return this.post(undefined, '/invitation/acceptance', { token, name: '山田 花子', email, password });
  }

  code(secret: string): string {
    return codeAt(secret, this.server.clock.now);
  }

  /** Proves to be there again; the browser goes on with the secret it gets for it. */
  async steppedUp(browser: TestPerson, proof: Record<string, unknown>): Promise<TestPerson> {
    const reply = await this.post(browser, '/session/step-up', proof);
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
    return browserOf(reply);
  }

  confirm(browser: TestPerson, secret: string): Promise<Reply> {
    return request(this.server, browser, { method: 'PUT', path: '/second-factor', body: { code: this.code(secret) } });
  }

  /** Registers a person and confirms an authenticator. */
  async enrolled(email: string, roles: readonly string[] = ['planner']): Promise<Enrolled> {
    const joined = browserOf(await this.accept(await this.invited(roles), email));
    const { secret } = (await this.post(joined, '/second-factor')).body as { secret: string };
    const confirmed = await this.confirm(joined, secret);
    if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
    const { person } = confirmed.body as { person: { id: string } };
    return { browser: browserOf(confirmed), personId: person.id, email, secret };
  }
}
