import { Open } from 'unzipper-esm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromFacility, inFacility } from '../../../platform/database/transaction.ts';
import { readCsv } from '../../../platform/documents/index.ts';
import { png } from '../../../platform/files/testing/sample-files.ts';
import { request } from '../../testing/request.ts';
import { begunRun } from '../../testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { addMember, makeWorld, type World } from '../../testing/world.ts';
import { fillFacility, privateWords, rowCounts } from '../testing/filled-facility.ts';
import { leftOutOfRecord, recordTables, tablesOfFiles } from './record-tables.ts';

let server: TestServer;
let world: World;
let taken: ReadonlyMap<string, Buffer>;

async function takeRecord(person = world.here.people['facility-administrator']): Promise<ReadonlyMap<string, Buffer>> {
  const { status, body, headers } = await request(server, person, {
    method: 'GET',
    path: `/facilities/${world.here.id}/record.zip`,
  });
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/zip');
  const { files } = await Open.buffer(Buffer.from(body as Uint8Array));
  return new Map(await Promise.all(files.map(async (file) => [file.path, await file.buffer()] as const)));
}

const textOf = (name: string) => taken.get(name)?.toString('utf8') ?? '';
function rowsOf(name: string): readonly (readonly string[])[] {
  const read = readCsv(taken.get(name) ?? new Uint8Array());
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.rows;
}

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await fillFacility(server, world);
  taken = await takeRecord();
});
afterAll(() => server.stop());

test('every table with rows of facilities is handed out, or left out with a reason', async () => {
  const counted = Object.keys(await rowCounts(server, world.here.id));
  const named = [...recordTables.flatMap(({ tables }) => tables), ...tablesOfFiles, ...Object.keys(leftOutOfRecord)];
  expect(named.toSorted()).toEqual(counted.toSorted());
});

test('the record names itself, what is in it and what is not', () => {
  const readme = textOf('はじめにお読みください.txt');
  expect(readme).toContain('みなと総合病院');
  for (const { file } of recordTables) expect(readme).toContain(file);
  for (const reason of Object.values(leftOutOfRecord)) expect(readme).toContain(reason);
  expect(readme).toContain('経営層ひとりひとりの、本人だけが見るものです');
  expect(readme).toContain('まだ報告していない監査の点検票');
  expect(readme.slice(1)).not.toContain('\ufeff');
});

test.each(recordTables.map(({ file, tables }) => [file, tables]))('%s holds the rows of %j', async (file, tables) => {
  const counts = await rowCounts(server, world.here.id);
  const [head = [], ...rows] = rowsOf(file);
  // Private runs of executives and check sheets of audits that are not reported are no part of it.
  const all = counts[tables[0] ?? ''] ?? 0;
  const wanted = file === '点検/一覧.csv' ? all - 2 : all;
  expect(wanted).toBeGreaterThan(0);
  expect(rows).toHaveLength(wanted);
  for (const row of rows) expect(row).toHaveLength(head.length);
  expect(taken.get(file)?.subarray(0, 3)).toEqual(Buffer.from('\ufeff'));
});

test('codes are told in words, and people by name', () => {
  expect(rowsOf('施設の情報.csv')[1]?.slice(0, 6)).toEqual([
    'みなと総合病院',
    '',
    '神奈川県',
    '',
    '横浜市中区1-1',
    '病院',
  ]);
  expect(rowsOf('職員.csv').map((row) => row[1])).toContain('施設の管理者');
  expect(rowsOf('招待.csv')[1]?.slice(0, 3)).toEqual([
    '招かれた人',
    '企画管理者',
    'みなと総合病院 facility-administrator',
  ]);
  expect(rowsOf('支援者の出入り.csv')[1]?.[0]).toBe('組織の人 supporter');
});

test('a run comes with its answers, all they ever were, and its stored results with every column', () => {
  const folder =
    [...taken.keys()].find((name) => /^(?!.*(事業者|監査)).*\/回答.csv$/.test(name))?.replace('/回答.csv', '') ?? '';
  expect(folder).toMatch(/^点検\/2026年度_/);
  const answers = rowsOf(`${folder}/回答.csv`);
  expect(answers.find(([item]) => item === 'S1')).toEqual([
    'S1',
    expect.stringMatching(/./),
    '1',
    '=1+1',
    '2',
    '',
    'みなと総合病院 planner',
    '2026-11-21 12:00:00',
    '',
    '',
    '',
    '',
  ]);
  expect(textOf(`${folder}/回答.csv`)).toContain("'\t=1+1");
  const history = rowsOf(`${folder}/回答の履歴.csv`).filter(([item]) => item === 'S1');
  expect(history.map((row) => [row[2], row[4], row[5]])).toEqual([
    ['2', '1', '画面'],
    ['1', '2', '画面'],
  ]);
  expect(JSON.parse(textOf(`${folder}/結果.json`))).toEqual([
    expect.objectContaining({
      sheet_id: 'small-facility',
      withdrawn_at: null,
      rules_version: expect.any(String),
      result: expect.any(Object),
    }),
  ]);
});

test('evidence lies under names of its own, and the list ties each to its item', () => {
  const [, ...listed] = rowsOf('証跡/一覧.csv');
  expect(new Set(listed.map((row) => [row[0], row[1], row[2], row[4], row[10] === ''].join(' ')))).toEqual(
    new Set([
      '証跡/ファイル/S1_方針.png 方針.png S1  true',
      '証跡/ファイル/S1_方針 (2).png 方針.png S1  true',
      '証跡/ファイル/S1_CON.png CON.png S1  true',
      '証跡/ファイル/S1_a.png a.png S1  true',
      '証跡/ファイル/S1_外した.png 外した.png S1  false',
      '証跡/ファイル/取り組み_a.png a.png  台帳を作る true',
    ]),
  );
  for (const [path = ''] of listed) expect(taken.get(path)).toEqual(Buffer.from(png));
});

test('the log tells in words what was done, that the record was taken too', () => {
  const log = rowsOf('操作の記録.csv');
  expect(log.map((row) => row[2])).toEqual(expect.arrayContaining(['施設の記録一式を受け取った', '点検を提出した']));
});

test('nothing that opens a door is in it', async () => {
  const everything = [...taken.values()].map((bytes) => bytes.toString('utf8')).join('\n');
  const hashes = await inFacility(
    server.db,
    { facilityId: world.here.id, personId: world.here.people.planner.id },
    async (tx) => [
      ...(await tx.selectFrom('access_token').select('token_hash').execute()),
      ...(await tx.selectFrom('invitation').select('token_hash').execute()),
    ],
  );
  expect(hashes).toHaveLength(2);
  for (const { token_hash: hash } of hashes ?? []) expect(everything).not.toContain(hash.toString('hex'));
  expect(everything).not.toContain('invited@example.jp');
});

test('what is private to an executive is not in it, not even where the executive is the administrator who takes it', async () => {
  const { executive } = world.here.people;
  expect([...taken.values()].join('\n')).not.toContain(privateWords);
  const by = world.here.people['facility-administrator'];
  await request(server, by, {
    method: 'PUT',
    path: `/facilities/${world.here.id}/members/${executive.id}`,
    body: { roles: ['executive', 'facility-administrator'] },
  });
  const own = await takeRecord(executive);
  expect([...own.values()].join('\n')).not.toContain(privateWords);
  expect([...own.keys()].filter((name) => name.endsWith('/回答.csv'))).toHaveLength(3);
  expect([...own.keys()]).toContain('点検/2026年度_チェックリスト（事業者確認用）_青葉システム_電子カルテ/回答.csv');
});

test('its size is told beforehand', async () => {
  const path = `/facilities/${world.here.id}/record`;
  const { body } = await request(server, world.here.people['facility-administrator'], { method: 'GET', path });
  expect(body).toEqual({ runs: 3, files: 6, bytes: 6 * png.length });
});

test('a long reading sees one moment, whatever is done meanwhile, and can change nothing', async () => {
  const { elsewhere } = world;
  const who = { facilityId: elsewhere.id, personId: elsewhere.people.planner.id, now: server.clock.now };
  const seen = await fromFacility(server.db, who, async (tx) => {
    const runs = () => tx.selectFrom('run').select('id').execute();
    const before = await runs();
    await begunRun(server, elsewhere);
    return [before.length, (await runs()).length];
  });
  expect(seen).toEqual([0, 0]);
  const changing = fromFacility(server.db, who, (tx) =>
    tx.deleteFrom('assignment').where('facility_id', '=', elsewhere.id).execute(),
  );
  // A connection that may not write is cut, as one of a standby would be.
  await expect(changing).rejects.toThrow(/read-only transaction|terminated/);
  const stranger = { ...who, personId: world.administrator.id };
  expect(await fromFacility(server.db, stranger, async () => 'inside')).toBeUndefined();
});

test('a facility without anything gets a record too', async () => {
  const { elsewhere } = world;
  await addMember(server, elsewhere.id, world.administrator.id, ['facility-administrator']);
  const path = `/facilities/${elsewhere.id}/record.zip`;
  const { body } = await request(server, world.administrator, { method: 'GET', path });
  const { files } = await Open.buffer(Buffer.from(body as Uint8Array));
  expect(files.map((file) => file.path)).toContain('証跡/一覧.csv');
});
