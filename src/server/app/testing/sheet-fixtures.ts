import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf, type SheetId } from '#core/catalogue/sheet.ts';
import { answerWorkbook } from '#core/sheet/answer-workbook.ts';
import { workbookType } from '#core/sheet/contract.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { openDocuments } from '../../platform/documents/index.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility, TestPerson, World } from './world.ts';

type Names = Extract<EndpointName, `sheet.${string}` | `evidence.${string}`>;
const catalogue = loadCatalogue();

/** This year's run of a sheet, begun by the person (the planner unless told) where there is none. */
export async function begunRun(
  server: TestServer,
  facility: TestFacility,
  sheetId: SelfAssessmentSheet = 'small-facility',
  person: TestPerson = facility.people.planner,
): Promise<string> {
  const path = `/facilities/${facility.id}/runs`;
  const begun = await request(server, person, { method: 'POST', path, body: { sheetId } });
  return (begun.body as { id: string }).id;
}

/** Answers every item of a run with the value its place in the sheet gets. */
export async function answerAll(
  server: TestServer,
  { facility, runId, sheetId, person }: { facility: TestFacility; runId: string; sheetId: SheetId; person: TestPerson },
  valueOf: (index: number) => string = () => '2',
): Promise<void> {
  const sheet = latestSheet(catalogue, sheetId);
  const items = sheet ? itemsOf(sheet) : [];
  for (const [index, { id }] of items.entries()) {
    const path = `/facilities/${facility.id}/runs/${runId}/answers/${id}`;
    const body = { value: valueOf(index), note: '', revision: 0 };
    const saved = await request(server, person, { method: 'PUT', path, body });
    if (saved.status !== 200) throw new Error(`answer ${id}: ${JSON.stringify(saved.body)}`);
  }
}

async function emptyWorkbook(facilityRun: string): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = latestSheet(catalogue, 'small-facility');
  if (!sheet) throw new Error('no small-facility sheet');
  const documents = openDocuments();
  try {
    return await documents.writeWorkbook(answerWorkbook({ sheet, answers: new Map(), run: facilityRun }));
  } finally {
    await documents.close();
  }
}

const runPath = async (server: TestServer, { here }: World, rest = '') =>
  `/facilities/${here.id}/runs/${await begunRun(server, here)}${rest}`;

const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

async function addedEvidence(server: TestServer, { here }: World): Promise<string> {
  const path = `/facilities/${here.id}/items/S1/evidence?name=a.png`;
  const added = await request(server, here.people.planner, {
    method: 'POST',
    path,
    bytes: { content: png, type: 'image/png' },
  });
  return `/facilities/${here.id}/evidence/${(added.body as { id: string }).id}`;
}

export const sheetFixtures: Readonly<Record<Names, Fixture>> = {
  'sheet.runs': { as: 'auditor', call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/runs` }) },
  'sheet.begin': {
    as: 'operator',
    call: (_, { here }) => ({
      method: 'POST',
      path: `/facilities/${here.id}/runs`,
      body: { sheetId: 'network-level' },
    }),
    wrong: { body: { sheetId: 'checklist-vendor' }, fields: ['sheetId'] },
  },
  'sheet.run': { as: 'staff', call: async (server, world) => ({ method: 'GET', path: await runPath(server, world) }) },
  'sheet.saveAnswer': {
    as: 'operator',
    call: async (server, world) => ({
      method: 'PUT',
      path: await runPath(server, world, '/answers/S1'),
      body: { value: '3', note: '一枚貼ってある', revision: 0 },
    }),
    wrong: { body: { value: '7', note: 3, revision: -1 }, fields: ['value', 'note', 'revision'] },
  },
  'sheet.history': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'GET', path: await runPath(server, world, '/answers/S1/history') }),
  },
  'sheet.assign': {
    as: 'safety-manager',
    call: async (server, world) => ({
      method: 'PUT',
      path: await runPath(server, world, '/areas/S1/assignment'),
      body: { personId: world.here.people.staff.id },
    }),
    wrong: { body: { personId: 'x' }, fields: ['personId'] },
  },
  'sheet.lastYear': {
    as: 'planner',
    call: async (server, world) => ({ method: 'GET', path: await runPath(server, world, '/last-year') }),
  },
  'sheet.carryOver': {
    as: 'planner',
    call: async (server, world) => ({
      method: 'POST',
      path: await runPath(server, world, '/carry-over'),
      body: { itemIds: ['S1'] },
    }),
    wrong: { body: { itemIds: [] }, fields: ['itemIds'] },
  },
  'sheet.takeSelfCheck': {
    as: 'planner',
    call: async (server, world) => ({
      method: 'POST',
      path: await runPath(server, world, '/self-check'),
      body: { answers: [{ itemId: 'S2', value: '1', note: '' }] },
    }),
    wrong: { body: { answers: [{ itemId: 'S2', value: 'many' }] }, fields: ['answers.0.value', 'answers.0.note'] },
  },
  'sheet.downloadWorkbook': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'GET', path: await runPath(server, world, '/workbook') }),
  },
  'sheet.takeWorkbook': {
    as: 'operator',
    call: async (server, { here }) => {
      const run = await begunRun(server, here);
      const path = `/facilities/${here.id}/runs/${run}/workbook`;
      return { method: 'POST', path, bytes: { content: await emptyWorkbook(run), type: workbookType } };
    },
  },
  'evidence.list': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/evidence` }),
  },
  'evidence.add': {
    as: 'operator',
    call: (_, { here }) => ({
      method: 'POST',
      path: `/facilities/${here.id}/items/S1/evidence?name=b.png`,
      bytes: { content: png, type: 'image/png' },
    }),
  },
  'evidence.content': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'GET', path: `${await addedEvidence(server, world)}/content` }),
  },
  'evidence.remove': {
    as: 'planner',
    call: async (server, world) => ({ method: 'DELETE', path: await addedEvidence(server, world) }),
  },
  'evidence.restore': {
    as: 'planner',
    call: async (server, world) => {
      const path = await addedEvidence(server, world);
      await request(server, world.here.people.planner, { method: 'DELETE', path });
      return { method: 'POST', path: `${path}/restoration` };
    },
  },
};
