import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterImport } from '#core/organisation/register-shape.ts';
import { unpackedFiles } from './testing/hostile/climbed.ts';
import { injected } from './testing/hostile/headers.ts';
import { codeOf } from './testing/hostile/reach.ts';
import { type HostileReply, send } from './testing/hostile/send.ts';
import { type ApiDocument, type ReadyTarget, readyTargets } from './testing/hostile/targets.ts';
import { climbed, type FileName, files, packedBombs } from './testing/hostile/upload.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const document: ApiDocument = JSON.parse(readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8'));
const uploads = ['evidence.add', 'sheet.takeWorkbook', 'organisation.importRegister'] as const;
type Upload = (typeof uploads)[number];

let server: TestServer;
let agent: Agent;
let targets: ReadonlyMap<string, ReadyTarget>;
beforeAll(async () => {
  server = await startTestServer();
  agent = new Agent({ keepAlive: true });
  const ready = await readyTargets(server, document, ({ operationId }) => uploads.some((name) => name === operationId));
  targets = new Map(ready.map((target) => [target.name, target]));
});
afterAll(async () => {
  agent.destroy();
  await server.stop();
});

const targetOf = (name: Upload): ReadyTarget => {
  const target = targets.get(name);
  if (!target) throw new Error(`${name} takes no file`);
  return target;
};

const bytesOf = (name: Upload) => targetOf(name).valid.bytes?.content ?? new Uint8Array();

/** Sends the bytes as the file they claim to be. */
function upload(name: Upload, bytes: Buffer, ending: string): Promise<HostileReply> {
  const { valid, person } = targetOf(name);
  const path = valid.path.replace(/name=.*/, `name=a.${ending}`);
  const body = { bytes, type: valid.bytes?.type ?? '' };
  return send(server.url, agent, person, { method: valid.method, path, headers: {}, mayMiss: false, body });
}

/** How an import came to its end, and what its file was refused for. */
async function importEnd({ text }: HostileReply): Promise<string> {
  const path = `/register/imports/${JSON.parse(text).importId}`;
  const { person } = targetOf('organisation.importRegister');
  const read = async () => (await request(server, person, { method: 'GET', path })).body as RegisterImport;
  await expect.poll(read, { timeout: 30_000, interval: 100 }).not.toMatchObject({ state: 'running' });
  const { state, report } = await read();
  return [state, ...(report?.faults.map(({ code }) => code) ?? [])].join(' ');
}

/** The name each claims by its ending, and what the reader of workbooks and the register say of it. */
const made: Readonly<Record<FileName, readonly [ending: string, workbook: string, list: string]>> = {
  empty: ['pdf', 'file-not-excel', 'file-empty'],
  svg: ['svg', 'file-not-excel', 'file-not-register'],
  html: ['html', 'file-not-excel', 'file-not-register'],
  laughs: ['xlsx', 'file-broken', 'file-is-workbook'],
  'laughs in strings': ['xlsx', 'file-broken', 'file-is-workbook'],
  outside: ['xlsx', 'file-broken', 'file-is-workbook'],
  bomb: ['xlsx', 'file-unpacks-too-large', 'file-is-workbook'],
  'nested bomb': ['zip', 'file-broken', 'file-is-workbook'],
  crowd: ['xlsx', 'file-too-many-parts', 'file-is-workbook'],
  climbing: ['xlsx', 'file-broken', 'file-is-workbook'],
  polyglot: ['pdf', 'file-not-excel', 'file-undecodable'],
  gif: ['gif', 'file-not-excel', 'file-not-register'],
  page: ['png', 'file-not-excel', 'file-not-register'],
  formulas: ['csv', 'file-not-excel', 'file-not-register'],
  'cut short': ['xlsx', 'file-broken', 'file-is-workbook'],
  executable: ['exe', 'file-not-excel', 'file-undecodable'],
};
const names = Object.keys(files) as readonly FileName[];

test('good files are taken, each by the upload that is for it', async () => {
  const good = async (name: Upload, ending: string) => upload(name, Buffer.from(bytesOf(name)), ending);
  expect(await good('evidence.add', 'png')).toMatchObject({ status: 200 });
  expect(await good('sheet.takeWorkbook', 'xlsx')).toMatchObject({ status: 200 });
  expect(await importEnd(await good('organisation.importRegister', 'csv'))).toBe('applied');
});

test.each(names)('%s is refused by every upload, for what it is', async (file) => {
  const [ending, workbook, list] = made[file];
  const evidence = await upload('evidence.add', files[file], ending);
  expect(codeOf(evidence)).toBe(file === 'empty' ? 'evidence/empty' : 'evidence/kind-not-allowed');
  const answers = await upload('sheet.takeWorkbook', files[file], ending);
  expect(JSON.parse(answers.text)).toMatchObject({
    code: 'sheet/file-not-usable',
    data: { faults: [{ code: workbook }] },
  });
  const register = await upload('organisation.importRegister', files[file], ending);
  expect(await importEnd(register)).toBe(`refused ${list}`);
  expect([evidence, answers, register].flatMap(injected)).toEqual([]);
});

test.each([
  ['bomb of lines', 'file-not-register'],
  ['bomb of empty rows', 'file-not-register'],
  ['bomb of one line', 'csv-broken'],
] as const)(
  'a packed list, %s, is refused before the server has unpacked it all',
  { timeout: 120_000 },
  async (bomb, why) => {
    const reply = await upload('organisation.importRegister', packedBombs[bomb](), 'csv.gz');
    expect(await importEnd(reply)).toBe(`refused ${why}`);
  },
);

test('after all of them nothing is unpacked anywhere, and nothing was a fault of ours', () => {
  expect(unpackedFiles(climbed)).toEqual([]);
  expect(server.errors).toEqual([]);
});
