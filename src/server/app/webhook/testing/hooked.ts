import { vi } from 'vitest';
import type { Delivery, Webhook } from '#core/app/webhook/webhook-contract.ts';
import { withClient } from '../../../platform/database/with-client.ts';
import { openPostOffice, type PostOffice } from '../../testing/post-office.ts';
import { type Reply, request } from '../../testing/request.ts';
import { startTestServer, type TestServer, testWebhooks } from '../../testing/test-server.ts';
import { addTestFacility, type TestFacility, type TestPerson } from '../../testing/world.ts';
import { type Receiver, startReceiver } from './receiver.ts';

export type Made = { readonly id: string; readonly secret: string };

/** A server, receivers it may tell, and the jobs that do it. */
export class Hooked {
  readonly server: TestServer;
  readonly receiver: Receiver;
  /** Takes what it is told and never says so. */
  readonly slow: Receiver;
  #office: PostOffice | undefined;

  constructor(server: TestServer, receiver: Receiver, slow: Receiver) {
    this.server = server;
    this.receiver = receiver;
    this.slow = slow;
  }

  static async open(): Promise<Hooked> {
    const [receiver, slow] = [await startReceiver(), await startReceiver()];
    slow.answer = () => undefined;
    const server = await startTestServer({ webhooks: testWebhooks([receiver.host, slow.host]) });
    server.clock.now = new Date();
    return new Hooked(server, receiver, slow);
  }

  /** Has jobs work from now on, letters go to `mail`, and receivers be at `hosts`. */
  async work(hosts = [this.receiver.host, this.slow.host], mail?: string): Promise<void> {
    await this.#office?.stop();
    this.#office = openPostOffice(this.server, mail, testWebhooks(hosts));
  }

  facility = (name: string): Promise<TestFacility> => addTestFacility(this.server, { name });

  at({ id, people }: TestFacility, method: string, path: string, body?: unknown, by?: TestPerson): Promise<Reply> {
    const call = { method, path: `/facilities/${id}${path}`, ...(body !== undefined && { body }) };
    return request(this.server, by ?? people['facility-administrator'], call);
  }

  async make(here: TestFacility, events: readonly string[], address = this.receiver.address): Promise<Made> {
    const reply = await this.at(here, 'POST', '/webhooks', { title: '院内の台帳', address, events });
    if (reply.status >= 300) throw new Error(JSON.stringify(reply.body));
    return reply.body as Made;
  }

  async addTask(here: TestFacility, title = '内緒の取り組み'): Promise<string> {
    const task = {
      fiscalYear: 2026,
      title,
      ownerId: null,
      dueOn: '2026-12-31',
      status: 'todo',
      costPlanned: 0,
      costSpent: 0,
      personDays: 1,
      aim: '',
      measuredBy: '',
    };
    const reply = await this.at(here, 'POST', '/tasks', task, here.people.planner);
    if (reply.status >= 300) throw new Error(JSON.stringify(reply.body));
    return (reply.body as { id: string }).id;
  }

  async told(here: TestFacility, { id }: Made): Promise<{ receiver: Webhook; deliveries: readonly Delivery[] }> {
    return (await this.at(here, 'GET', `/webhooks/${id}/deliveries`)).body as never;
  }

  /** What waits is due now, whenever it was to be; done once nothing is under way any more. */
  async due(): Promise<void> {
    await this.#asOwner('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
    await this.#asOwner(`select pg_notify('jobs:insert', '{"count":9}')`);
    await this.settled();
  }

  /** Every job that is due has had its try. */
  async settled(): Promise<void> {
    const busy = `select 1 from graphile_worker.jobs where task_identifier in ('webhook.deliver', 'mail.send')
      and (locked_at is not null or run_at <= now())`;
    await vi.waitUntil(async () => (await this.#asOwner(busy)).rows.length === 0, { timeout: 40_000, interval: 50 });
  }

  /** How many deliveries there are, and how many jobs for them. */
  async waiting(): Promise<number> {
    const { rows } = await this.#asOwner(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'webhook.deliver'`,
    );
    return rows[0]?.n ?? 0;
  }

  /** Changes rows past every policy, as if time had gone by. */
  async past(table: 'webhook' | 'webhook_delivery', statement: string): Promise<void> {
    await this.#asOwner(`alter table ${table} no force row level security`);
    await this.#asOwner(statement);
    await this.#asOwner(`alter table ${table} force row level security`);
  }

  #asOwner(statement: string) {
    return withClient(this.server.database.owner, (client) => client.query(statement));
  }

  async stop(): Promise<void> {
    await this.#office?.stop();
    await this.receiver.stop();
    await this.slow.stop();
    await this.server.stop();
  }
}
