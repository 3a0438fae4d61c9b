import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Risk } from '#core/risk/risk.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';
import { type Documents, openDocuments } from '../platform/documents/index.ts';
import { pdfPages } from '../platform/documents/testing/pdf-text.ts';
import { estimateEdit, riskEdit, treatmentEdit } from './testing/risk-edits.ts';

let server: TestServer;
let world: World;
let documents: Documents;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  documents = openDocuments();
});
afterAll(() => Promise.all([server.stop(), documents.close()]));

const call = async (method: string, path: string, body: object) =>
  (
    await request(server, world.here.people.planner, {
      method,
      path: `/facilities/${world.here.id}${path}`,
      body,
    })
  ).body as Risk;
const file = async (path: string) => {
  const reply = await fetch(`${server.url}/api/v1/facilities/${world.here.id}/${path}`, {
    headers: { cookie: world.here.people.auditor.cookie },
  });
  const name = decodeURIComponent(reply.headers.get('content-disposition') ?? '');
  return { name, bytes: new Uint8Array(await reply.arrayBuffer()) };
};

async function estimated(title: string): Promise<Risk> {
  const { id, revision } = await call('POST', '/risks', { ...riskEdit, title, weakness: '=1+1' });
  const { revision: next } = await call('PUT', `/risks/${id}/estimate`, {
    revision,
    criteriaRevision: 0,
    ...estimateEdit,
  });
  return call('POST', `/risks/${id}/treatments`, { ...treatmentEdit, revision: next });
}

test('the page for the board stands also before there is a risk, and then shows maps, states and the largest risks', async () => {
  const empty = (await pdfPages((await file('risk-board')).bytes)).map(({ text }) => text.replace(/\s/g, '')).join('');
  expect(empty).toContain('見積もったリスクは、まだありません。');
  await estimated('とても長い名前のリスク'.repeat(18).slice(0, 200));
  for (let place = 0; place < 3; place += 1) await estimated(`検査機器${place}の古いOS`);
  const { name, bytes } = await file('risk-board');
  expect(name).toContain('リスクの一覧_');
  const pages = await pdfPages(bytes);
  expect(pages.map(({ size }) => size)).toEqual(['210×297']);
  const text = pages.map((page) => page.text.replace(/\s/g, '')).join('');
  for (const words of ['対応中4件', '検査機器2の古いOS', '15（急ぐ）', '8（注意）', '急ぐ4件、注意0件']) {
    expect(text).toContain(words);
  }
});

test('the workbook holds every risk with what is done about it, and no formula', async () => {
  const { name, bytes } = await file('risk-workbook');
  expect(name).toContain('リスクの一覧_');
  const reading = await documents.readWorkbook(bytes, 'test');
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  const [sheet] = reading.sheets;
  expect(sheet?.rows).toHaveLength(5);
  expect(sheet?.rows[1]?.map(String)).toEqual(
    expect.arrayContaining(['院内の網から切り離す', '対応中', '15', '急ぐ', '8', '注意']),
  );
});
