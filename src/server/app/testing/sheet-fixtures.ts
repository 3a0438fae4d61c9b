import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf, type SheetId } from '#core/catalogue/sheet.ts';
import { workbookType } from '#core/sheet/contract.ts';
import type { BeginnableSheet } from '#core/sheet/run.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { begunAudit } from './audit-fixtures.ts';
import type { EndpointName, Fixture, Holder } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility, TestPerson, World } from './world.ts';

type Names = Extract<EndpointName, `sheet.${string}`>;
const catalogue = loadCatalogue();

/** This year's run of a sheet, begun by the person (the planner unless told) where there is none. */
export async function begunRun(
  server: TestServer,
  facility: TestFacility,
  sheetId: BeginnableSheet = 'small-facility',
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

/** Hands area S1 of the small sheet to the staff of the facility, and gives the path of the run. */
export async function handedRun(server: TestServer, { here }: World): Promise<string> {
  const path = `/facilities/${here.id}/runs/${await begunRun(server, here)}`;
  const body = { personId: here.people.staff.id };
  await request(server, here.people.planner, { method: 'PUT', path: `${path}/areas/S1/assignment`, body });
  return path;
}

/** A run the person of this role may answer, and an item in it: an executive's own, an auditor's audit, for staff one with an area handed to them. */
export async function ownRun(server: TestServer, world: World, by: Holder) {
  const { here } = world;
  if (by === 'auditor') return { path: await begunAudit(server, world), item: 'S1' } as const;
  if (by !== 'executive') return { path: await handedRun(server, world), item: 'S1' } as const;
  const id = await begunRun(server, here, 'executive', here.people.executive);
  return { path: `/facilities/${here.id}/runs/${id}`, item: 'E1-1' } as const;
}

const runPath = async (server: TestServer, world: World, rest = '') => (await handedRun(server, world)) + rest;

export const sheetFixtures: Readonly<Record<Names, Fixture>> = {
  'sheet.runs': { as: 'auditor', call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/runs` }) },
  'sheet.begin': {
    as: 'operator',
    call: (_, { here }, by) => ({
      method: 'POST',
      path: `/facilities/${here.id}/runs`,
      body: { sheetId: by === 'executive' ? 'executive' : 'network-level' },
    }),
    wrong: { body: { sheetId: 'checklist-vendor' }, fields: ['sheetId'] },
  },
  'sheet.run': { as: 'staff', call: async (server, world) => ({ method: 'GET', path: await runPath(server, world) }) },
  'sheet.saveAnswer': {
    as: 'operator',
    call: async (server, world, by) => {
      const { path, item } = await ownRun(server, world, by);
      const body = { value: '3', note: '一枚貼ってある', revision: 0 };
      return { method: 'PUT', path: `${path}/answers/${item}`, body };
    },
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
  'sheet.setWithoutVendor': {
    as: 'planner',
    call: async (server, { here }) => {
      const runId = await begunRun(server, here, 'checklist-institution');
      return {
        method: 'PUT',
        path: `/facilities/${here.id}/runs/${runId}/without-vendor`,
        body: { withoutVendor: true },
      };
    },
    wrong: { body: { withoutVendor: 'x' }, fields: ['withoutVendor'] },
  },
  'sheet.lastYear': {
    as: 'planner',
    call: async (server, world) => ({ method: 'GET', path: await runPath(server, world, '/last-year') }),
  },
  'sheet.carryOver': {
    as: 'planner',
    call: async (server, world, by) => {
      const { path } = await ownRun(server, world, by);
      return { method: 'POST', path: `${path}/carry-over`, body: { itemIds: ['S1'] } };
    },
    wrong: { body: { itemIds: [] }, fields: ['itemIds'] },
  },
  'sheet.earlierAnswers': {
    as: 'planner',
    call: async (server, world) => ({ method: 'GET', path: await runPath(server, world, '/earlier-answers') }),
  },
  'sheet.moveRun': {
    as: 'safety-manager',
    call: async (server, world, by) => {
      const { path } = await ownRun(server, world, by);
      return { method: 'PUT', path: `${path}/version`, body: { version: '1.0.0' } };
    },
    wrong: { body: { version: '' }, fields: ['version'] },
  },
  'sheet.takeSelfCheck': {
    as: 'planner',
    call: async (server, world, by) => {
      const { path, item } = await ownRun(server, world, by);
      const body = { answers: [{ itemId: item, value: '1', note: '' }] };
      return { method: 'POST', path: `${path}/self-check`, body };
    },
    wrong: { body: { answers: [{ itemId: 'S2', value: 'many' }] }, fields: ['answers.0.value', 'answers.0.note'] },
  },
  'sheet.downloadWorkbook': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'GET', path: await runPath(server, world, '/workbook') }),
  },
  'sheet.downloadCsv': {
    as: 'auditor',
    call: async (server, world) => ({ method: 'GET', path: await runPath(server, world, '/answers.csv') }),
  },
  'sheet.takeWorkbook': {
    as: 'operator',
    call: async (server, world, by) => {
      const path = `${(await ownRun(server, world, by)).path}/workbook`;
      const { executive, planner, auditor } = world.here.people;
      const reader = by === 'executive' ? executive : by === 'auditor' ? auditor : planner;
      const file = await request(server, reader, { method: 'GET', path });
      return { method: 'POST', path, bytes: { content: file.body as Uint8Array<ArrayBuffer>, type: workbookType } };
    },
  },
};
