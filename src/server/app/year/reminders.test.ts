import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dayInJapan, daysAfter, fiscalYearOf, japaneseDay } from '#core/kernel/fiscal-year.ts';
import type { DecisionRequest } from '#core/plan/decision/request.ts';
import type { Task } from '#core/plan/task.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { type MailServer, startMailServer } from '../../platform/mail/testing/mail-server.ts';
import { openPostOffice, type PostOffice, testOrigin } from '../testing/post-office.ts';
import { request } from '../testing/request.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { addTestFacility, type TestFacility, type TestPerson } from '../testing/world.ts';

let server: TestServer;
let here: TestFacility;
let mails: MailServer;
let office: PostOffice;
let begun: Date;
let today: string;
beforeAll(async () => {
  server = await startTestServer();
  mails = await startMailServer();
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
  begun = new Date();
  today = dayInJapan(begun);
  server.clock.now = begun;
  office = openPostOffice(server, mails.url);
});
afterAll(async () => {
  await office.stop();
  await mails.stop();
  await server.stop();
});

const call = async <T>(by: TestPerson, method: string, path: string, body: unknown): Promise<T> => {
  const reply = await request(server, by, { method, path: `/facilities/${here.id}${path}`, body });
  expect(reply.status).toBeLessThan(300);
  return reply.body as T;
};
const lettersTo = ({ id }: TestPerson) =>
  mails.received.filter(({ recipient }) => recipient === `${id}@example.jp`).map(({ subject }) => subject);

const waiting = () =>
  withClient(server.database.owner, async (client) => {
    const { rows } = await client.query<{ run_at: Date }>(
      "select run_at from graphile_worker.jobs where task_identifier = 'due.remind' order by run_at",
    );
    return rows.map(({ run_at }) => run_at.toISOString());
  });

const morning = (day: string) => new Date(`${day}T09:00:00+09:00`);

/** What stands in the queue until a moment is done, as if it had come; the letters are sent too. */
async function comesTo(moment: Date): Promise<void> {
  server.clock.now = moment;
  await withClient(server.database.owner, (client) =>
    client.query(`update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at <= $1`, [
      moment,
    ]),
  );
  await withClient(server.database.owner, (client) => client.query(`select pg_notify('jobs:insert', '{"count":9}')`));
  await vi.waitUntil(async () => !(await isWorking(moment)), { timeout: 20_000, interval: 100 });
  server.clock.now = begun;
}

const isWorking = (moment: Date) =>
  withClient(server.database.owner, async (client) => {
    const due = `select 1 from graphile_worker.jobs
      where task_identifier in ('mail.send', 'due.remind') and (locked_at is not null or run_at <= greatest(now(), $1))`;
    return (await client.query(due, [moment])).rows.length > 0;
  });

const yearOf = (day: string) => fiscalYearOf(morning(day));
const edit = (title: string, dueOn: string, ownerId: string | null) => ({
  title,
  ownerId,
  dueOn,
  status: 'todo',
  costPlanned: 0,
  costSpent: 0,
  personDays: 1,
  aim: '',
  measuredBy: '',
});
const add = (title: string, dueOn: string, owner: TestPerson | null) =>
  call<Task>(here.people.planner, 'POST', '/tasks', {
    ...edit(title, dueOn, owner?.id ?? null),
    fiscalYear: yearOf(dueOn),
  });
const change = ({ id, revision }: Task, to: object) =>
  call<Task>(here.people.planner, 'PUT', `/tasks/${id}`, { ...to, revision });

test('the owner of a task is told a week before its day and on the day after, by a letter that does not name it', async () => {
  const { operator } = here.people;
  const dueOn = daysAfter(today, 20);
  const { id } = await add('内緒の取り組み', dueOn, operator);
  expect(await waiting()).toEqual([morning(daysAfter(dueOn, -7)).toISOString()]);
  await comesTo(morning(daysAfter(dueOn, -7)));
  const mail = await mails.next(`${operator.id}@example.jp`);
  expect(mail.subject).toBe('みなと診療所で、期限が近いことがあります');
  expect(mail.text).toContain(japaneseDay(dueOn));
  expect(mail.text).toContain(`${testOrigin}/facilities/${here.id}/tasks/${id}`);
  expect(mail.text).not.toContain('内緒');
  expect(await waiting()).toEqual([morning(daysAfter(dueOn, 1)).toISOString()]);
  await comesTo(morning(daysAfter(dueOn, 1)));
  expect((await mails.next(`${operator.id}@example.jp`)).subject).toBe('みなと診療所で、期限を過ぎたことがあります');
  expect(await waiting()).toEqual([]);
});

test('of a task that was moved, handed on or finished nobody is told what no longer holds', async () => {
  const { staff, auditor } = here.people;
  // Both in one fiscal year: a task is due in its own.
  const from = yearOf(daysAfter(today, 20)) === yearOf(daysAfter(today, 60)) ? 0 : 60;
  const dueOn = daysAfter(today, from + 20);
  const later = daysAfter(today, from + 60);
  const moved = await add('先に延ばす', dueOn, staff);
  await change(moved, edit('先に延ばす', later, staff.id));
  expect(await waiting()).toEqual([morning(daysAfter(later, -7)).toISOString()]);
  const handed = await add('渡す', dueOn, staff);
  await change(handed, edit('渡す', dueOn, auditor.id));
  const finished = await add('終える', dueOn, staff);
  await change(finished, { ...edit('終える', dueOn, staff.id), status: 'done' });
  await comesTo(morning(daysAfter(dueOn, -7)));
  await mails.next(`${auditor.id}@example.jp`);
  expect(lettersTo(staff)).toEqual([]);
  expect(lettersTo(auditor)).toHaveLength(1);
});

test('executives are told of what is to be decided by a day, and no more once it is decided', async () => {
  const { executive, planner } = here.people;
  const neededBy = daysAfter(today, 90);
  const asked = {
    kind: 'budget',
    title: '予算を決める',
    matter: '額',
    cost: null,
    effect: '進む',
    waiting: '止まる',
    neededBy,
    source: null,
  };
  const { id: requestId, revision } = await call<DecisionRequest>(planner, 'POST', '/decision-requests', asked);
  await mails.next(`${executive.id}@example.jp`);
  await comesTo(morning(daysAfter(neededBy, -7)));
  expect((await mails.next(`${executive.id}@example.jp`)).subject).toBe('みなと診療所で、期限が近いことがあります');
  const decision = { requestId, revision, outcome: 'approved', reason: '', until: null };
  await call(executive, 'POST', '/decisions', decision);
  const before = lettersTo(executive).length;
  await comesTo(morning(daysAfter(neededBy, 1)));
  expect(lettersTo(executive)).toHaveLength(before);
});

test('who may no longer read a clause is not told of its day; who plans is', async () => {
  const { planner, operator, 'facility-administrator': administrator } = here.people;
  const dueOn = daysAfter(today, 40);
  const clause = { clauseId: 'GOV7-1-04', revision: 0, ownerId: operator.id, dueOn, documents: '', undone: '' };
  await call(planner, 'PUT', '/clauses', clause);
  await add('読める取り組み', dueOn, operator);
  await call(administrator, 'PUT', `/members/${operator.id}`, { roles: ['staff'] });
  const before = lettersTo(operator).length;
  await comesTo(morning(daysAfter(dueOn, -7)));
  await mails.next(`${operator.id}@example.jp`);
  expect(lettersTo(operator)).toHaveLength(before + 1);
  const mail = await mails.next(`${planner.id}@example.jp`);
  expect(mail.text).toContain('担当の人が今の役割では見られないガイドラインの条項');
});

test('what somebody has who left is shown as such, and who plans is reminded of it', async () => {
  const leaver = here.people.operator;
  const { planner } = here.people;
  const dueOn = daysAfter(today, 20);
  const task = await add('離れた人の取り組み', dueOn, leaver);
  await request(server, here.people['facility-administrator'], {
    method: 'DELETE',
    path: `/facilities/${here.id}/members/${leaver.id}`,
  });
  const year = await request(server, planner, { method: 'GET', path: `/facilities/${here.id}/year` });
  const { dues } = year.body as { dues: { id: string; owner: unknown }[] };
  expect(dues.find(({ id }) => id === task.id)).toMatchObject({
    owner: { id: leaver.id, name: leaver.name, left: true },
  });
  await comesTo(morning(daysAfter(dueOn, -7)));
  const mail = await mails.next(`${planner.id}@example.jp`);
  expect(mail.subject).toBe('みなと診療所で、期限が近いことがあります');
  expect(mail.text).toContain('担当がいない取り組み');
});

test('tasks nobody has that are due on one day are told in one letter, a week before it and on the day after', async () => {
  const { planner } = here.people;
  const dueOn = daysAfter(today, 30);
  for (let n = 1; n <= 8; n += 1) await add(`計画の対策${n}`, dueOn, null);
  await add('別の日の対策', daysAfter(dueOn, 1), null);
  await add('自分の取り組み', dueOn, planner);
  const said = () =>
    mails.received
      .filter(
        ({ recipient, text = '' }) => recipient === `${planner.id}@example.jp` && text.includes(japaneseDay(dueOn)),
      )
      .map(({ text = '' }) => text.split('\n').find((line) => line.includes(japaneseDay(dueOn))))
      .toSorted();
  const day = japaneseDay(dueOn);
  const soon = [`あなたが担当の取り組みの期限は、${day}です。`, `担当がいない取り組み（8件）の期限は、${day}です。`];
  await comesTo(morning(daysAfter(dueOn, -7)));
  expect(said()).toEqual(soon);
  await comesTo(morning(daysAfter(dueOn, 1)));
  const passed = [
    `あなたが担当の取り組みが、期限の${day}を過ぎました。`,
    `担当がいない取り組み（8件）が、期限の${day}を過ぎました。`,
  ];
  expect(said()).toEqual([...soon, ...passed].toSorted());
});
