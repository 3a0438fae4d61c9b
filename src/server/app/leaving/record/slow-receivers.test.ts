import { get, type IncomingMessage } from 'node:http';
import { Open } from 'unzipper-esm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { digestOf, largePdf } from '../../../evidence/testing/large-pdf.ts';
import { takenInTime } from '../../../platform/files/taken-in-time.ts';
import { request } from '../../testing/request.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { addTestFacility, type TestFacility } from '../../testing/world.ts';

/** More than the buffers between a server and a receiver that stands still can hold. */
const size = 19 * 1024 * 1024;

let server: TestServer;
let here: TestFacility;
beforeAll(async () => {
  server = await startTestServer();
  here = await addTestFacility(server, { name: 'みなと総合病院' });
  const path = `/facilities/${here.id}/items/H01-1/evidence?name=large.pdf`;
  const bytes = { content: Uint8Array.from(Buffer.concat([...largePdf(size)])), type: 'application/pdf' };
  const added = await request(server, here.people.planner, { method: 'POST', path, bytes });
  expect(added.status).toBe(200);
});
afterAll(() => server.stop());

const begun = () =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { cookie } = here.people['facility-administrator'];
    const url = `${server.url}/api/v1/facilities/${here.id}/record.zip`;
    get(url, { headers: { cookie }, agent: false }, resolve).once('error', reject);
  });
const wholeRecord = () =>
  request(server, here.people['facility-administrator'], { method: 'GET', path: `/facilities/${here.id}/record.zip` });

test('receivers that stand still keep others waiting only as many as there are places, and free them when they go', async () => {
  const slow = [await begun(), await begun(), await begun()];
  expect(slow.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  const one = await begun();
  expect(one.statusCode).toBe(503);
  one.resume();
  for (const receiver of slow) receiver.destroy();
  const whole = await vi.waitFor(
    async () => {
      const reply = await wholeRecord();
      expect(reply.status).toBe(200);
      return reply;
    },
    { timeout: 60_000 },
  );
  const { files } = await Open.buffer(Buffer.from(whole.body as Uint8Array));
  const file = files.find(({ path }) => path.endsWith('large.pdf'));
  expect(digestOf([(await file?.buffer()) ?? new Uint8Array()])).toBe(digestOf(largePdf(size)));
  expect(server.errors).toEqual([]);
});

test('what is not taken in time is given up', async () => {
  await expect(takenInTime(new Promise(() => undefined), 10)).rejects.toThrow('nobody takes');
  await takenInTime(Promise.resolve(), 10);
});
