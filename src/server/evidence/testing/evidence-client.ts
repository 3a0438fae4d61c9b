import { sql } from 'kysely';
import type { Evidence } from '#core/evidence/contract.ts';
import { type Reply, request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type TestFacility, type TestPerson, type World } from '../../app/testing/world.ts';
import { inFacility } from '../../platform/database/transaction.ts';
import { pdf } from '../../platform/files/testing/sample-files.ts';

type Upload = {
  readonly facility?: TestFacility;
  readonly person?: TestPerson;
  readonly item?: string;
  readonly name?: string;
  readonly content?: Uint8Array<ArrayBuffer>;
};

export const idOf = (reply: Reply) => (reply.body as Evidence).id;

/** What the tests of evidence ask and look up, as people of two hospitals. */
export class EvidenceClient {
  readonly server: TestServer;
  readonly world: World;

  private constructor(server: TestServer, world: World) {
    this.server = server;
    this.world = world;
  }

  static async start(): Promise<EvidenceClient> {
    const server = await startTestServer();
    return new EvidenceClient(server, await makeWorld(server));
  }

  add(upload: Upload): Promise<Reply> {
    const { facility = this.world.here, person = facility.people.operator } = upload;
    const { item = 'H01-1', name = '方針.pdf', content = pdf } = upload;
    const path = `/facilities/${facility.id}/items/${item}/evidence?name=${encodeURIComponent(name)}`;
    const bytes = { content, type: 'application/octet-stream' };
    return request(this.server, person, { method: 'POST', path, bytes });
  }

  /** A call on one piece of evidence of the first hospital, by its operator unless told. */
  on(
    method: string,
    id: string,
    rest = '',
    person = this.world.here.people.operator,
    facility = this.world.here,
  ): Promise<Reply> {
    return request(this.server, person, { method, path: `/facilities/${facility.id}/evidence/${id}${rest}` });
  }

  async list(
    { id, people } = this.world.here,
    person = people.auditor,
  ): Promise<readonly { id: string; addedBy: { id: string } }[]> {
    const listed = await request(this.server, person, { method: 'GET', path: `/facilities/${id}/evidence` });
    return listed.body as readonly { id: string; addedBy: { id: string } }[];
  }

  async rows<T>(facility: TestFacility, read: Parameters<typeof inFacility<T>>[2]): Promise<T> {
    const who = { facilityId: facility.id, personId: facility.people.auditor.id };
    const found = await inFacility(this.server.db, who, read);
    if (found === undefined) throw new Error(`nothing read in ${facility.name}`);
    return found;
  }

  fileCounts(facility = this.world.here) {
    return this.rows(facility, async (tx) => ({
      files: (await tx.selectFrom('file').select('id').execute()).length,
      chunks: (await tx.selectFrom('file_chunk').select('seq').execute()).length,
    }));
  }

  actsOn(subject: string, facility = this.world.here) {
    return this.rows(facility, (tx) =>
      tx
        .selectFrom('activity')
        .select(['act', 'person_id', 'detail'])
        .where('subject', '=', subject)
        .orderBy('at')
        .orderBy(sql`xid`)
        .execute(),
    );
  }
}
