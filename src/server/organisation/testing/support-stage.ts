import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Agreement } from '#core/organisation/support-contract.ts';
import { request } from '../../app/testing/request.ts';
import { offered } from '../../app/testing/support-fixtures.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';

type Entry = { act: string; subject: string; detail: Record<string, string>; person: { name: string } | null };

export const start = new Date('2026-11-21T03:00:00Z');
export const refusedAs = (status: number, code: string) => ({ status, body: { code } });
export const outside = refusedAs(404, 'not-found');

/** A server with a new world for every test, and what supporters, the facility and its log are asked for. */
export class SupportStage {
  server!: TestServer;
  world!: World;

  constructor() {
    beforeAll(async () => {
      this.server = await startTestServer();
    });
    afterAll(() => this.server.stop());
    beforeEach(async () => {
      this.server.clock.now = start;
      this.world = await makeWorld(this.server);
    });
  }

  get supporter(): TestPerson {
    return this.world.network.people.supporter;
  }

  get(person: TestPerson, path: string) {
    return request(this.server, person, { method: 'GET', path });
  }

  /** Every act has a second of its own, so that the log has an order. */
  post(person: TestPerson, path: string, body?: unknown) {
    this.server.clock.now = new Date(this.server.clock.now.getTime() + 1000);
    return request(this.server, person, { method: 'POST', path, ...(body !== undefined && { body }) });
  }

  here(rest = ''): string {
    return `/facilities/${this.world.here.id}${rest}`;
  }

  scoped(...scope: string[]): Promise<Agreement> {
    return offered(this.server, this.world, { scope });
  }

  end({ id }: Agreement) {
    return this.post(this.world.here.people['safety-manager'], this.here(`/support-agreements/${id}/end`));
  }

  async log(query = ''): Promise<readonly Entry[]> {
    const reply = await this.get(this.world.here.people.auditor, this.here(`/activity${query}`));
    return (reply.body as { entries: Entry[] }).entries;
  }
}
