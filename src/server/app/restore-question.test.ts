import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { allRows, asSuperuser, filledDatabase } from '../platform/backup/testing/filled-database.ts';
import type { FreshDatabase } from '../platform/database/testing/fresh-database.ts';
import { backupCommand } from './backup-command.ts';
import { readSettings } from './settings.ts';
import { atRealTerminal } from './testing/real-terminal.ts';

let folder: string;
let source: FreshDatabase;
let target: FreshDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-question-'));
  source = await filledDatabase();
  target = await filledDatabase();
  await asSuperuser(target, (client) => client.query(`update person set name = '控えのあとに入った人'`));
  const said = { write: () => undefined };
  const settings = readSettings({ MAMORI_DATA_DIR: folder }, { root: folder });
  const opened = async () => ({ owner: source.owner, close: async () => undefined });
  await backupCommand([join(folder, 'backup')], { stdout: said, stderr: said }, () => settings, opened);
});
afterAll(async () => {
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true, force: true });
});

function urlOf({ user = '', password, host = '', port }: pg.ClientConfig): string {
  const login = `${user}:${encodeURIComponent(String(password))}`;
  return `postgres://${login}@/${target.owner.database}?host=${encodeURIComponent(host)}&port=${port}`;
}

/** `mamori restore --replace` at a real terminal, at which this is typed once it asks. */
function restoreAnswering(typed: string) {
  const { owner, app } = inject('testCluster');
  const env = {
    NODE: process.execPath,
    MAIN: join(import.meta.dirname, '../main.ts'),
    BACKUP: join(folder, 'backup'),
    MAMORI_DATA_DIR: folder,
    DATABASE_URL: urlOf(owner),
    DATABASE_APP_URL: urlOf(app),
  };
  const line = '"$NODE" --disable-warning=ExperimentalWarning "$MAIN" mamori restore "$BACKUP" --replace';
  return atRealTerminal(line, env, [['「入れ替える」と入力してください: ', typed]]);
}

test.each([
  ['another word', 'はい\r'],
  ['the word with more behind it', '入れ替える。\r'],
  ['Ctrl-C', '\x03'],
  ['the word taken back before the return key, then Ctrl-D', '入れ替える\x15\x04'],
])('%s leaves everything as it was', { timeout: 60_000 }, async (_, typed) => {
  const before = await allRows(target);
  const { code, shown } = await restoreAnswering(typed);
  expect(shown).toMatch(/今の中身はすべて消え、20\d\d\/\d+\/\d+ [\d:]+ の控えの中身になります。/);
  expect(shown).toContain('やめました。何も変えていません。');
  expect(shown).not.toContain('戻しました');
  expect(code).toBe(2);
  expect(await allRows(target)).toEqual(before);
});

test('the word itself, with a space and a slip taken back, exchanges everything', { timeout: 60_000 }, async () => {
  expect(await allRows(target)).not.toEqual(await allRows(source));
  const { code, shown } = await restoreAnswering(' 入れ替えりゅ\x7f\x7fる\r');
  expect(shown).toContain('戻しました');
  expect(code).toBe(0);
  expect(await allRows(target)).toEqual(await allRows(source));
});
