import { afterAll, expect, test } from 'vitest';
import type { Run } from '#core/sheet/run.ts';
import { withClient } from '../platform/database/with-client.ts';
import { openDocuments } from '../platform/documents/index.ts';
import { pdfPages } from '../platform/documents/testing/pdf-text.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { addTestFacility } from './testing/world.ts';

const ownZone = process.env.TZ;
afterAll(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

/** What stands in a report that is taken away: as PDF, and the cells of the Excel file. */
async function printedIn(pdf: Uint8Array, excel: Uint8Array) {
  const documents = openDocuments();
  const read = await documents.readWorkbook(excel, 'test');
  await documents.close();
  const pages = (await pdfPages(pdf)).map(({ text }) => text.replace(/\s/g, ''));
  return { pdf: pages.join(''), excel: JSON.stringify(read) };
}

/** What a planner sees and takes away on the first morning of the fiscal year in Japan, with the ids left out. */
async function seenAt(server: TestServer): Promise<unknown> {
  server.clock.now = new Date('2027-03-31T15:30:00Z');
  const { id, people } = await addTestFacility(server, { name: 'みなと病院' }, ['planner', 'auditor']);
  const ask = async (by: 'planner' | 'auditor', method: string, path: string, body?: unknown) =>
    (await request(server, people[by], { method, path: `/facilities/${id}${path}`, body })).body;
  const run = (await ask('planner', 'POST', '/runs', { sheetId: 'small-facility' })) as Run;
  await ask('planner', 'PUT', `/runs/${run.id}/answers/S1`, { value: '2', note: '', revision: 0 });
  const { answers, fiscalYear, begunAt } = (await ask('planner', 'GET', `/runs/${run.id}`)) as Run;
  const csv = await ask('auditor', 'GET', '/activity.csv');
  if (!(csv instanceof Uint8Array)) throw new Error(JSON.stringify(csv));
  const log = Buffer.from(csv)
    .toString()
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
  const taken = async (ending: string) =>
    (await ask('planner', 'GET', `/runs/${run.id}/report.${ending}`)) as Uint8Array;
  const printed = await printedIn(await taken('pdf'), await taken('xlsx'));
  return { fiscalYear, begunAt, answeredAt: answers[0]?.answeredAt, log, printed };
}

test.each(['UTC', 'America/New_York', 'Pacific/Kiritimati'])(
  'in the zone %s everything is dated as in Japan',
  async (zone) => {
    process.env.TZ = zone;
    const server = await startTestServer();
    const { owner } = server.database;
    await withClient(owner, (client) => client.query(`alter database "${owner.database}" set timezone to '${zone}'`));
    const away = await startTestServer({}, server);
    const seen = await seenAt(away);
    expect(new Date('2027-03-31T15:30:00Z').getHours()).not.toBe(0);
    expect(seen).toMatchObject({
      fiscalYear: 2027,
      begunAt: '2027-03-31T15:30:00.000Z',
      answeredAt: '2027-03-31T15:30:00.000Z',
      log: expect.stringContaining('2027-04-01 00:30:00'),
      printed: {
        pdf: expect.stringContaining('令和9年4月1日（木）作成'),
        excel: expect.stringContaining('令和9年4月1日（木）作成'),
      },
    });
    const { log, printed } = seen as { log: string; printed: object };
    expect(JSON.stringify({ log, printed })).not.toMatch(/2027-03-31|3月31日/);
    await away.stop();
    await server.stop();
  },
);
