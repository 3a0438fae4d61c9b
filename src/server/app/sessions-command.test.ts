import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../identity/testing/stage.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { sessionsCommand } from './sessions-command.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

async function command(...args: string[]) {
  const said: string[] = [];
  const into = { write: (text: string) => said.push(text) };
  const open = async () => ({ db: stage.server.db, close: async () => undefined });
  return { code: await sessionsCommand(args, { stdout: into, stderr: into }, open), said: said.join('') };
}

const events = () =>
  asSystem(stage.server.db, (tx) =>
    tx
      .selectFrom('system_event')
      .select('subject')
      .where('act', '=', 'identity.sessions-ended')
      .orderBy('at')
      .execute(),
  );

test('one person is signed out everywhere, everybody else goes on, and it is recorded', async () => {
  const one = await stage.enrolled('one@example.jp');
  const other = await stage.enrolled('other@example.jp');
  expect(await command('end', '--email', 'ONE@example.jp')).toEqual({ code: 0, said: expect.stringContaining('1人') });
  expect([await stage.isOpen(one.browser), await stage.isOpen(other.browser)]).toEqual([false, true]);
  expect(await events()).toEqual([{ subject: one.personId }]);
});

test('everybody is signed out, those of all facilities', async () => {
  const one = await stage.enrolled('third@example.jp');
  expect((await command('end', '--all')).code).toBe(0);
  const { here, elsewhere, administrator } = stage.world;
  const browsers = [one.browser, here.people.staff, elsewhere.people.executive, administrator];
  expect(await Promise.all(browsers.map((browser) => stage.isOpen(browser)))).toEqual([false, false, false, false]);
  expect((await events()).at(-1)).toEqual({ subject: 'everybody' });
});

test('an address nobody has is told, and nothing is recorded', async () => {
  const before = await events();
  expect(await command('end', '--email', 'nobody@example.jp')).toMatchObject({ code: 2 });
  expect(await events()).toEqual(before);
});

test.each([[[]], [['end']], [['end', '--all', '--email', 'a@example.jp']], [['begin', '--all']], [['end', '--now']]])(
  '%j is refused with how to call it',
  async (args) => {
    expect(await command(...args)).toEqual({ code: 2, said: expect.stringContaining('使い方') });
  },
);
