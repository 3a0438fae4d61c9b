import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActivityPage } from '#core/app/activity-contract.ts';
import { recordOrganisationEvent } from '../platform/activity/record-event.ts';
import { asSystem, inOrganisation } from '../platform/database/transaction.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from './testing/world.ts';

let server: TestServer;
let world: World;
let administrator: TestPerson;

const above = (rest = '', { id } = world.network) => `/organisations/${id}${rest}`;
const call = (person: TestPerson, method: string, path: string, body?: object) =>
  request(server, person, { method, path, ...(body && { body }) });

async function trail(query = '', person = administrator, of = world.network) {
  const { status, body } = await call(person, 'GET', above(`/activity${query}`, of));
  return { status, page: body as ActivityPage };
}

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  administrator = world.network.people['organisation-administrator'];
});
afterAll(() => server.stop());

const later = () => {
  server.clock.now = new Date(server.clock.now.getTime() + 1000);
};

test('an organisation reads who did what to whom in it, in words, newest first, page by page', async () => {
  const { supporter, 'vendor-contact': contact } = world.network.people;
  await call(administrator, 'POST', above('/invitations'), { name: '鈴木 新子', roles: ['supporter'] });
  later();
  await call(administrator, 'PUT', above(`/members/${contact.id}`), { roles: ['supporter'] });
  later();
  await call(administrator, 'DELETE', above(`/members/${supporter.id}`));
  const by = { id: administrator.id, name: administrator.name };
  const { page } = await trail('?limit=2');
  expect(page.entries).toMatchObject([
    {
      act: 'organisation.member-removed',
      title: '人を組織から外した',
      about: `${supporter.name}さん`,
      person: by,
      detail: { person: supporter.id, former: 'supporter' },
    },
    {
      title: '役割を変えた',
      about: `${contact.name}さん（支援者）`,
      person: by,
      detail: { person: contact.id, former: 'vendor-contact', roles: 'supporter' },
    },
  ]);
  expect((await trail(`?after=${page.next}`)).page).toMatchObject({
    entries: [{ title: '人を招いた', about: '鈴木 新子（支援者）', person: by, detail: { roles: 'supporter' } }],
    next: null,
  });
});

test('its trail is for its administrators alone, and holds nothing of another organisation', async () => {
  const { otherNetwork, network } = world;
  const other = otherNetwork.people['organisation-administrator'];
  await call(other, 'POST', above('/invitations', otherNetwork), { name: '別の人', roles: ['supporter'] });
  expect((await trail('', other, otherNetwork)).page.entries.map(({ person }) => person?.id)).toEqual([other.id]);
  expect((await trail('', other)).status).toBe(404);
  expect((await trail('', network.people['programme-officer'])).status).toBe(403);
  const place = { organisationId: otherNetwork.id, personId: other.id };
  const subjects = await inOrganisation(server.db, place, (tx) =>
    tx.selectFrom('system_event').select('subject').distinct().execute(),
  );
  expect(subjects).toEqual([{ subject: otherNetwork.id }]);
});

test('an organisation reads what the system administrator did about it, by name', async () => {
  const { otherNetwork, administrator: system } = world;
  await asSystem(server.db, (tx) =>
    recordOrganisationEvent(
      { tx, organisationId: otherNetwork.id, personId: system.id, now: server.clock.now },
      'sso.connection-ended',
    ),
  );
  const { page } = await trail('', otherNetwork.people['organisation-administrator'], otherNetwork);
  expect(page.entries.find(({ act }) => act === 'sso.connection-ended')).toMatchObject({
    title: '認証基盤との接続を終えた',
    person: { id: system.id, name: system.name },
  });
});

test('nobody in an organisation notes an act under the name of another', async () => {
  const place = { organisationId: world.network.id, personId: administrator.id };
  const { supporter } = world.network.people;
  const act = { id: crypto.randomUUID(), act: 'organisation.invited', subject: world.network.id };
  const note = (actor: string | null) =>
    inOrganisation(server.db, place, (tx) =>
      tx
        .insertInto('system_event')
        .values({ ...act, actor })
        .execute(),
    );
  await expect(note(supporter.id)).rejects.toThrow('row-level security');
  await expect(note(null)).rejects.toThrow('row-level security');
  await expect(note(administrator.id)).resolves.toBeDefined();
});

test('what the system administrator does above the facilities names the administrator', async () => {
  const { administrator: system } = world;
  const made = await call(system, 'POST', '/register/organisations', { kind: 'vendor', name: '港システム' });
  const { id } = made.body as { id: string };
  await call(system, 'POST', `/register/organisations/${id}/invitations`, { name: '理事' });
  const { body: opened } = await call(system, 'POST', '/register/facilities', {
    name: '岬診療所',
    code: null,
    prefecture: 14,
    postalCode: null,
    address: '横浜市中区1',
    type: 'clinic',
    beds: null,
  });
  const facilityId = (opened as { id: string }).id;
  await call(system, 'POST', `/register/${facilityId}/invitations`, { name: '院長' });
  const noted = await asSystem(server.db, (tx) =>
    tx.selectFrom('system_event').select(['act', 'actor', 'detail']).where('subject', 'in', [id, facilityId]).execute(),
  );
  expect(noted).toMatchObject([
    { act: 'organisation.created', actor: system.id },
    { act: 'organisation.first-invited', actor: system.id, detail: { invitation: expect.any(String) } },
    { act: 'organisation.facility-created', actor: system.id },
    { act: 'identity.first-invited', actor: system.id, detail: { invitation: expect.any(String) } },
  ]);
});
