import { expect, vi } from 'vitest';
import { patient } from '../../platform/testing/patient.ts';
import { LiveReader } from './live-reader.ts';
import { request } from './request.ts';
import { begunRun } from './sheet-fixtures.ts';
import { startTestServer, type TestServer } from './test-server.ts';
import { addTestFacility, type TestFacility, type TestPerson } from './world.ts';

/** A server with people who have streams of their facility open while others answer. */
export class LiveStage {
  readonly server: TestServer;
  readonly #opened = new Set<LiveReader>();

  constructor(server: TestServer) {
    this.server = server;
  }

  static async open(): Promise<LiveStage> {
    return new LiveStage(await startTestServer());
  }

  /** A hospital with its people and a run they have begun. */
  async hospital() {
    const here = await addTestFacility(this.server, { name: 'みなと総合病院' });
    return { here, people: here.people, run: `/facilities/${here.id}/runs/${await begunRun(this.server, here)}` };
  }

  async reader(person: TestPerson, { id }: TestFacility, headers = {}, at = this.server): Promise<LiveReader> {
    const reader = await LiveReader.open(at, person, id, headers);
    this.#opened.add(reader);
    return reader;
  }

  async get(person: TestPerson, path: string): Promise<unknown> {
    return (await request(this.server, person, { method: 'GET', path })).body;
  }

  async answer(person: TestPerson, run: string, item: string, value: string | null, revision = 0): Promise<void> {
    const call = { method: 'PUT', path: `${run}/answers/${item}`, body: { value, note: '', revision } };
    expect(await request(this.server, person, call)).toMatchObject({ status: 200 });
  }

  /** Leaves every stream; nothing of them stays open. */
  async leave(): Promise<void> {
    for (const reader of this.#opened) reader.leave();
    this.#opened.clear();
    await vi.waitFor(() => expect(this.server.live.count()).toBe(0), patient);
  }

  async close(): Promise<void> {
    expect(this.server.errors).toEqual([]);
    await this.server.stop();
  }
}
