import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../identity/testing/stage.ts';
import { peopleCommand } from './people-command.ts';
import { testOutbox } from './testing/test-server.ts';

let stage: Stage;
let dataDir: string;
beforeAll(async () => {
  stage = await Stage.open();
  dataDir = await mkdtemp(join(tmpdir(), 'mamori-people-'));
});
afterAll(async () => {
  await stage.server.stop();
  await rm(dataDir, { recursive: true });
});

async function command(...args: string[]) {
  const out: string[] = [];
  const told: string[] = [];
  const open = async () => ({ db: stage.server.db, outbox: testOutbox, dataDir, close: async () => undefined });
  const streams = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => told.push(text) },
  };
  return { code: await peopleCommand(args, streams, open), out: out.join(''), told: told.join('') };
}

test('the operator hands out what is kept about somebody, and erases the account, at that person’s wish', async () => {
  const { browser, email, personId } = await stage.enrolled('asks@example.jp');
  const { code, out } = await command('record', '--email', 'ASKS@example.jp');
  expect(code).toBe(0);
  expect((JSON.parse(out) as { rows: object[] }).rows.length).toBeGreaterThan(3);
  expect((await command('record', '--email', email, '--format', 'html')).out).toContain('<h1>');
  expect(await command('erase', '--email', email)).toMatchObject({ code: 2 });
  expect(await stage.isOpen(browser)).toBe(true);
  expect(await command('erase', '--email', email, '--yes')).toMatchObject({ code: 0 });
  expect(await stage.isOpen(browser)).toBe(false);
  // Nobody who restores an older backup now brings the account back, whether Mamori ran in between or not.
  expect(await readFile(join(dataDir, 'erased-people.txt'), 'utf8')).toContain(personId);
  expect(await command('record', '--email', email)).toMatchObject({
    code: 2,
    told: 'asks@example.jp の人はいません。\n',
  });
});

test('no place loses its last administrator by the operator either, and the places are named', async () => {
  const { administrator, here } = stage.world;
  const last = here.people['facility-administrator'];
  expect(await command('erase', '--email', `${administrator.id}@example.jp`, '--yes')).toMatchObject({
    code: 2,
    told: expect.stringContaining('まもり全体'),
  });
  expect(await command('erase', '--email', `${last.id}@example.jp`, '--yes')).toMatchObject({
    code: 2,
    told: expect.stringContaining(here.name),
  });
});
