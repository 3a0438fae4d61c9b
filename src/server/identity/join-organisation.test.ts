import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActivityPage } from '#core/app/activity-contract.ts';
import { request } from '../app/testing/request.ts';
import { tokenOf } from '../app/testing/token-of.ts';
import type { TestPerson } from '../app/testing/world.ts';
import { Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const join = (person: TestPerson, token: string) => stage.post(person, '/invitation/joining', { token });

/** The secret of a new invitation into the network. */
async function invited(roles: readonly string[]): Promise<string> {
  const { id, people } = stage.world.network;
  const body = { name: '招かれた人', roles };
  const reply = await stage.post(people['organisation-administrator'], `/organisations/${id}/invitations`, body);
  return tokenOf((reply.body as { path: string }).path);
}

async function lastAct() {
  const { id, people } = stage.world.network;
  const path = `/organisations/${id}/activity?limit=1`;
  const reply = await request(stage.server, people['organisation-administrator'], { method: 'GET', path });
  return (reply.body as ActivityPage).entries[0];
}

test('a person of a facility who is signed in joins an organisation by its link, once, and its log says who', async () => {
  const { browser, personId } = await stage.enrolled('two-places@example.jp');
  const token = await invited(['supporter']);
  stage.later(1);
  const joined = await join(browser, token);
  const { id, name } = stage.world.network;
  expect(joined).toMatchObject({ status: 200, body: { organisations: [{ id, name, roles: ['supporter'] }] } });
  expect(await lastAct()).toMatchObject({ act: 'organisation.joined', person: { id: personId } });
  expect(await join(browser, token)).toMatchObject({ status: 410, body: { code: 'identity/link-not-usable' } });
  const region = { method: 'GET', path: `/organisations/${id}/region` } as const;
  expect(await request(stage.server, browser, region)).toMatchObject({ status: 200 });
});

test('a second link of the same organisation adds to what the person may do there', async () => {
  const { browser } = await stage.enrolled('two-roles@example.jp');
  await join(browser, await invited(['supporter']));
  expect(await join(browser, await invited(['vendor-contact']))).toMatchObject({
    status: 200,
    body: { organisations: [{ roles: ['supporter', 'vendor-contact'] }] },
  });
});
