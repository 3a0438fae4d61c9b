import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { attemptsAtMost } from '#core/app/webhook/webhook.ts';
import { type MailServer, startMailServer } from '../../platform/mail/testing/mail-server.ts';
import { patient } from '../../platform/testing/patient.ts';
import { fixtures } from '../testing/fixtures.ts';
import { request } from '../testing/request.ts';
import { makeWorld, type TestFacility } from '../testing/world.ts';
import { Hooked, type Made } from './testing/hooked.ts';
import { type Received, startReceiver, toldIn } from './testing/receiver.ts';

let hooked: Hooked;
let mails: MailServer;
let here: TestFacility;
let made: Made;
beforeAll(async () => {
  hooked = await Hooked.open();
  mails = await startMailServer();
  await hooked.work(undefined, mails.url);
});
afterAll(async () => {
  await hooked.stop();
  await mails.stop();
});
let n = 0;
beforeEach(async () => {
  n += 1;
  hooked.server.clock.now = new Date();
  hooked.receiver.answer = (response) => void response.writeHead(204).end();
  here = await hooked.facility(`知らせの病院${n}`);
  made = await hooked.make(here, ['task.added']);
});

const newest = (): Received => {
  const [last] = hooked.receiver.received.slice(-1);
  if (!last) throw new Error('nothing came');
  return last;
};
const count = () => hooked.receiver.received.length;
const { stringify } = JSON;
const ofFacility = async () => (await hooked.told(here, made)).deliveries;

describe('what a receiver is told', () => {
  it('is signed so that the library of the standard takes it, and says ids alone', async () => {
    const taskId = await hooked.addTask(here, '内緒の取り組み');
    await hooked.settled();
    const { headers, body } = newest();
    expect(new Webhook(made.secret).verify(body, headers)).toEqual(toldIn(newest()));
    expect(() => new Webhook(made.secret).verify(body.replace('task.added', 'task.changed'), headers)).toThrow();
    const [delivery] = await ofFacility();
    expect(toldIn(newest())).toEqual({
      type: 'task.added',
      timestamp: delivery?.occurredAt,
      data: { facilityId: here.id, actId: expect.stringMatching(/^[0-9a-f-]{36}$/), subjectId: taskId },
    });
    expect(headers).toMatchObject({ 'webhook-id': delivery?.id, 'content-type': 'application/json' });
    expect(stringify(newest())).not.toContain('内緒');
    expect(delivery).toMatchObject({ event: 'task.added', state: 'delivered', attempts: 1, status: 204, fault: null });
  });

  it('is signed with both secrets for a day after a new one was made, and then with the new one alone', async () => {
    const rolled = (await hooked.at(here, 'POST', `/webhooks/${made.id}/secret`)).body as Made;
    expect(rolled.secret).not.toBe(made.secret);
    await hooked.addTask(here);
    await hooked.settled();
    const { headers, body } = newest();
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const { secret } of [made, rolled]) new Webhook(secret).verify(body, headers);
    await hooked.past('webhook', `update webhook set former_until = now() - interval '1 hour' where id = '${made.id}'`);
    await hooked.addTask(here);
    await hooked.settled();
    expect(newest().headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });

  it('comes again after 500, under the same id, and is then settled', async () => {
    hooked.receiver.answer = (response) => void response.writeHead(500).end('内緒の理由');
    await hooked.addTask(here);
    await hooked.settled();
    const first = newest();
    expect((await hooked.told(here, made)).receiver.state).toBe('failing');
    expect(await ofFacility()).toMatchObject([{ state: 'waiting', status: 500 }]);
    hooked.receiver.answer = (response) => void response.writeHead(200).end();
    await hooked.due();
    expect(newest().headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(newest().body).toBe(first.body);
    expect(await ofFacility()).toMatchObject([{ state: 'delivered', status: 200 }]);
    expect((await hooked.told(here, made)).receiver.state).toBe('running');
    expect(stringify(await hooked.told(here, made))).not.toContain('内緒');
  });

  it('is not told of other acts, nor of another facility', async () => {
    const before = count();
    await hooked.at(here, 'POST', '/runs', { sheetId: 'hospital' });
    await hooked.addTask(await hooked.facility('よその病院'));
    await hooked.settled();
    expect(count()).toBe(before);
  });

  it('is nothing where the act was undone', async () => {
    const undone = hooked.server.db.transaction().execute(async (tx) => {
      await sql`select set_config('app.facility_id', ${here.id}, true)`.execute(tx);
      await sql`insert into activity (facility_id, id, at, person_id, act)
        values (${here.id}, gen_random_uuid(), now(), ${here.people.planner.id}, 'task.added')`.execute(tx);
      const { rows } = await sql`select id from webhook_delivery where webhook_id = ${made.id}`.execute(tx);
      expect(rows).toHaveLength(1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await ofFacility()).toEqual([]);
    expect(await hooked.waiting()).toBe(0);
  });
});

describe('a receiver', () => {
  it('that says 410 is told nothing more, and the administrators get a letter', async () => {
    hooked.receiver.answer = (response) => void response.writeHead(410).end();
    await hooked.addTask(here);
    await hooked.settled();
    const { receiver, deliveries } = await hooked.told(here, made);
    expect(receiver).toMatchObject({ state: 'failing', pausedWhy: 'gone' });
    expect(deliveries).toMatchObject([{ state: 'failed', status: 410 }]);
    const letter = await mails.next(`${here.people['facility-administrator'].id}@example.jp`);
    expect(letter.subject).toBe(`${here.name}から、ほかのシステムへの知らせが止まりました`);
    expect(letter.text).toContain(`/facilities/${here.id}/webhooks/${made.id}`);
    expect(letter.text).not.toContain('127.0.0.1');
    const before = count();
    await hooked.addTask(here);
    await hooked.settled();
    expect(count()).toBe(before);
    expect(await ofFacility()).toHaveLength(1);
  });

  it('that never takes it is given up after the last try, paused, and can be told again once it is resumed', async () => {
    hooked.receiver.answer = (response) => void response.writeHead(503).end();
    await hooked.addTask(here);
    await hooked.settled();
    await hooked.past(
      'webhook_delivery',
      `update webhook_delivery set attempts = ${attemptsAtMost - 1} where state = 'waiting'`,
    );
    await hooked.due();
    const { receiver, deliveries } = await hooked.told(here, made);
    expect(receiver).toMatchObject({ state: 'failing', pausedWhy: 'undelivered' });
    expect(deliveries).toMatchObject([{ state: 'failed', status: 503, attempts: attemptsAtMost }]);
    expect((await mails.next(`${here.people['facility-administrator'].id}@example.jp`)).text).toContain('3日');
    expect(await hooked.waiting()).toBe(0);
    const again = `/webhooks/${made.id}/deliveries/${deliveries[0]?.id}`;
    expect(await hooked.at(here, 'POST', again)).toMatchObject({ status: 409, body: { code: 'webhook/paused' } });
    await hooked.at(here, 'PUT', `/webhooks/${made.id}/paused`, { paused: false });
    hooked.receiver.answer = (response) => void response.writeHead(202).end();
    expect((await hooked.at(here, 'POST', again)).status).toBe(204);
    await hooked.settled();
    expect(newest().headers['webhook-id']).toBe(deliveries[0]?.id);
    expect(await hooked.told(here, made)).toMatchObject({
      receiver: { state: 'running', pausedWhy: null },
      deliveries: [{ state: 'delivered', attempts: 1 }],
    });
  });

  it('that sends us elsewhere is not followed', async () => {
    const elsewhere = await startReceiver();
    hooked.receiver.answer = (response) => void response.writeHead(307, { location: elsewhere.address }).end();
    await hooked.addTask(here);
    await hooked.settled();
    expect(elsewhere.received).toEqual([]);
    expect(await ofFacility()).toMatchObject([{ state: 'waiting', status: 307 }]);
    await elsewhere.stop();
  });

  it('whose host is named no more is not asked, and is again once it is', async () => {
    await hooked.work(['hooks.example.jp'], mails.url);
    const before = count();
    await hooked.addTask(here);
    await hooked.settled();
    expect(count()).toBe(before);
    expect(await ofFacility()).toMatchObject([{ state: 'waiting', status: null, fault: 'host-not-allowed' }]);
    await hooked.work(undefined, mails.url);
    await hooked.due();
    expect(await ofFacility()).toMatchObject([{ state: 'delivered' }]);
  });

  it('that never answers holds up nobody else, and is left alone for a while', async () => {
    const slow = await hooked.make(here, ['task.added'], hooked.slow.address);
    const before = count();
    for (const title of ['一つ目', '二つ目']) await hooked.addTask(here, title);
    await vi.waitUntil(() => count() === before + 2, patient);
    expect((await hooked.told(here, slow)).deliveries.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    await hooked.settled();
    expect(hooked.slow.received).toHaveLength(1);
    const { receiver, deliveries } = await hooked.told(here, slow);
    expect(receiver.state).toBe('failing');
    expect(deliveries.map(({ fault }) => fault).toSorted()).toEqual(['resting', 'timeout']);
    await hooked.at(here, 'DELETE', `/webhooks/${slow.id}`);
  }, 60_000);

  it('that is paused is told nothing, and what waited is held back', async () => {
    hooked.receiver.answer = (response) => void response.writeHead(500).end();
    await hooked.addTask(here);
    await hooked.settled();
    await hooked.at(here, 'PUT', `/webhooks/${made.id}/paused`, { paused: true });
    const before = count();
    await hooked.addTask(here);
    await hooked.due();
    expect(count()).toBe(before);
    expect(await ofFacility()).toMatchObject([{ state: 'withheld', status: 500 }]);
    expect((await hooked.told(here, made)).receiver.state).toBe('paused');
    expect(await hooked.at(here, 'POST', `/webhooks/${made.id}/test`)).toMatchObject({
      status: 409,
      body: { code: 'webhook/paused' },
    });
  });

  it('that was removed is told nothing', async () => {
    hooked.receiver.answer = (response) => void response.writeHead(500).end();
    await hooked.addTask(here);
    await hooked.settled();
    const before = count();
    expect((await hooked.at(here, 'DELETE', `/webhooks/${made.id}`)).status).toBe(204);
    await hooked.due();
    expect(count()).toBe(before);
    expect(await hooked.waiting()).toBe(0);
  });

  it('is tried with something that says so', async () => {
    expect((await hooked.at(here, 'POST', `/webhooks/${made.id}/test`)).status).toBe(204);
    await hooked.settled();
    expect(toldIn(newest())).toMatchObject({ type: 'webhook.test', data: { subjectId: made.id } });
    expect(await ofFacility()).toMatchObject([{ event: 'webhook.test', state: 'delivered' }]);
  });
});

test('what a vendor does through its link, outside of every facility, is told too', async () => {
  const world = await makeWorld(hooked.server);
  const one = await hooked.make(world.here, ['vendor-form.sent']);
  const call = await fixtures['compliance.sendVendorForm'].call(hooked.server, world, 'nobody');
  expect((await request(hooked.server, undefined, call)).status).toBeLessThan(300);
  await hooked.settled();
  expect((await hooked.told(world.here, one)).deliveries).toMatchObject([
    { event: 'vendor-form.sent', state: 'delivered' },
  ]);
});

test('the newest fifty are shown', async () => {
  for (let sent = 0; sent < 55; sent += 1) await hooked.at(here, 'POST', `/webhooks/${made.id}/test`);
  await hooked.settled();
  expect(await ofFacility()).toHaveLength(50);
});
