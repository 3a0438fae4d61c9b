import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPool } from '../platform/database/pool.ts';
import { type FreshDatabase, freshDatabase } from '../platform/database/testing/fresh-database.ts';
import { facilitiesCommand } from './facilities-command.ts';
import { madeRegister } from './testing/made-register.ts';
import { line } from './testing/upload.ts';

let database: FreshDatabase;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'mamori-facilities-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  const to = (stream: keyof typeof written) => ({
    write(text: string) {
      written[stream] += text;
    },
  });
  const open = async () => openPool(database.app, () => undefined);
  const code = await facilitiesCommand(args, { stdout: to('stdout'), stderr: to('stderr') }, open);
  return { code, ...written };
}

async function fileOf(content: string): Promise<string> {
  const path = join(folder, 'list.csv');
  await writeFile(path, content);
  return path;
}

test('a list is imported, with a report people can read', async () => {
  const path = await fileOf(
    line('010000011', '第\ue0dd病院') + line('010000022', '第2病院') + line('010000022', '二病院'),
  );
  const { code, stdout, stderr } = await run('import', path);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('新しい施設: 1');
  expect(stdout).toContain('010000022: 2行目、3行目（第2病院 / 二病院）');
});

test('the report comes as JSON where asked, and nothing else stands on stdout', async () => {
  const path = await fileOf(`${line('020000011', '青森病院') + line('020000022', '八戸病院')}壊れた行\n`);
  const { code, stdout, stderr } = await run('import', path, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    outcome: 'applied',
    rowsRead: 3,
    new: 2,
    rejected: { count: 1, listed: [{ row: 3, code: 'column-count' }] },
  });
});

test('a file that is no register is refused with exit code 2 and the reason', async () => {
  const path = await fileOf('氏名,年齢\n佐藤,40\n');
  const text = await run('import', path);
  expect(text).toMatchObject({ code: 2, stdout: '' });
  expect(text.stderr).toContain('台帳は元のままです。');
  const json = await run('import', path, '--format=json');
  expect(json.code).toBe(2);
  expect(JSON.parse(json.stdout)).toMatchObject({ outcome: 'refused', faults: [{ code: 'file-not-register' }] });
});

test.each([
  [['import', '/nowhere/list.csv'], '読めません'],
  [['import', tmpdir()], '読めません'],
  [['import'], '使い方'],
  [['export', 'x'], '使い方'],
  [[], '使い方'],
  [['import', 'x', 'y'], '使い方'],
  [['import', 'x', '--format', 'xml'], '使い方'],
  [['import', 'x', '--colour'], '使い方'],
])('%j is told as wrong usage with exit code 2', async (args, words) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
});

test('while it works it tells how far it is, on stderr alone', { timeout: 240_000 }, async () => {
  const path = await fileOf(madeRegister());
  const { code, stdout, stderr } = await run('import', path, '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'applied', rowsRead: 97_024 });
  expect(stderr).toMatch(/^(読み込んでいます… [\d,]+行（\d+%）\n|[\d,]+行を読みました。台帳に反映しています…\n)+$/);
});
