import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { largePdf } from './testing/large-pdf.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  world = await makeWorld(server);
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

const sender = () => world.here.people.operator;
const byAdministrator = (method: string, path: string, body?: unknown) =>
  request(server, world.here.people['facility-administrator'], {
    method,
    path: `/facilities/${world.here.id}${path}`,
    ...(body !== undefined && { body }),
  });

/** A file of which all but the end has been sent. */
function beginUpload(): { readonly upload: ClientRequest; readonly answer: Promise<IncomingMessage> } {
  const path = `/api/v1/facilities/${world.here.id}/items/H01-1/evidence?name=a.pdf`;
  const headers = { cookie: sender().cookie, 'content-type': 'application/pdf' };
  const upload = httpRequest(server.url + path, { method: 'POST', agent: false, headers });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    upload.once('response', resolve);
    upload.once('error', reject);
  });
  for (const part of largePdf(600_000)) upload.write(part);
  return { upload, answer };
}

/** Until the upload has come so far that it stands in its transaction. */
const underWay = () =>
  vi.waitFor(
    async () => {
      const found = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`.execute(server.db);
      expect(found.rows[0]?.n).toBe(1);
    },
    { timeout: 20_000 },
  );

const kept = () =>
  inFacility(server.db, { facilityId: world.here.id, personId: world.here.people.auditor.id }, async (tx) => {
    const counted = sql<{ n: number }>`select (select count(*) from file_chunk)::int
      + (select count(*) from evidence)::int as n`;
    return (await counted.execute(tx)).rows[0]?.n;
  });

const remove = () => byAdministrator('DELETE', `/members/${sender().id}`);
const makeAuditor = () => byAdministrator('PUT', `/members/${sender().id}`, { roles: ['auditor'] });
const signOut = () => request(server, sender(), { method: 'DELETE', path: '/session' });

test.each([
  ['is taken out of the facility', remove, 404, 'not-found'],
  ['is given a role that adds nothing', makeAuditor, 403, 'not-allowed'],
  ['is signed out', signOut, 401, 'sign-in-required'],
] as const)('whoever %s while a file is being sent adds nothing any more', async (_, happens, status, code) => {
  const { upload, answer } = beginUpload();
  await underWay();
  expect((await happens()).status).toBeLessThan(300);
  upload.end();
  const reply = await answer;
  expect(reply.statusCode).toBe(status);
  expect(await json(reply)).toMatchObject({ code });
  expect(await kept()).toBe(0);
});

test('whoever stays adds the file, however long it takes', async () => {
  const { upload, answer } = beginUpload();
  await underWay();
  upload.end();
  expect((await answer).statusCode).toBe(200);
});
