import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '#core/organisation/profile.ts';
import type { RegisteredFacility } from '#core/organisation/register-shape.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addSignedIn, addTestFacility, type TestFacility, type TestPerson } from '../app/testing/world.ts';
import { asSystem, inFacility } from '../platform/database/transaction.ts';
import { imported, line } from './testing/upload.ts';

let server: TestServer;
let administrator: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  administrator = await addSignedIn(server, '管理 太郎', ['system-administrator']);
});
afterAll(() => server.stop());

const byHand = {
  name: '医療法人　まもり会　みなと薬局',
  code: null as string | null,
  prefecture: 47,
  postalCode: '9000001',
  address: '沖縄県那覇市１丁目',
  type: 'pharmacy',
  beds: null,
};
const create = (body: unknown) =>
  request(server, administrator, { method: 'POST', path: '/register/facilities', body });

async function search(words: string, only = 'all'): Promise<RegisteredFacility[]> {
  const path = `/register/facilities?only=${only}&words=${encodeURIComponent(words)}`;
  const { body } = await request(server, administrator, { method: 'GET', path });
  return (body as { facilities: RegisteredFacility[] }).facilities;
}
const events = (subject: string) =>
  asSystem(server.db, (tx) => tx.selectFrom('system_event').select('act').where('subject', '=', subject).execute());

describe('a facility made by hand', () => {
  test('is open at once, has its city, and is found like any other', async () => {
    const { status, body } = await create(byHand);
    const made = body as RegisteredFacility;
    expect(status).toBe(201);
    expect(made).toMatchObject({ name: byHand.name, city: '那覇市', type: 'pharmacy', typeGuessed: false });
    expect(made.openedAt).not.toBeNull();
    expect((await search('みなと薬局', 'opened')).map(({ id }) => id)).toEqual([made.id]);
    expect(await events(made.id)).toEqual([{ act: 'organisation.facility-created' }]);
  });

  test('is corrected, and then found by its new name alone', async () => {
    const made = (await create({ ...byHand, name: 'みさき薬曲' })).body as RegisteredFacility;
    const correct = (id: string) =>
      request(server, administrator, {
        method: 'PUT',
        path: `/register/facilities/${id}`,
        body: { name: 'みさき薬局', prefecture: 46, postalCode: null, address: '鹿児島市１' },
      });
    expect(await correct(made.id)).toMatchObject({ status: 200, body: { name: 'みさき薬局', city: '鹿児島市' } });
    expect(await search('薬曲')).toEqual([]);
    expect((await search('みさき薬局')).map(({ prefecture }) => prefecture)).toEqual([46]);
    await imported(server, administrator, line('460000011', '霧島病院', '霧島市１'));
    const [listed] = await search('460000011');
    expect(await correct(listed?.id ?? '')).toMatchObject({
      status: 409,
      body: { code: 'organisation/named-by-list' },
    });
    expect((await events(made.id)).map(({ act }) => act).sort()).toEqual([
      'organisation.facility-corrected',
      'organisation.facility-created',
    ]);
  });

  test('is refused where its code is in the register, with the facility that has it', async () => {
    await imported(server, administrator, line('470000011', '那覇病院', '那覇市１'));
    const [known] = await search('470000011');
    expect(await create({ ...byHand, code: '470000011' })).toMatchObject({
      status: 409,
      body: { code: 'organisation/code-taken', data: { facilityId: known?.id } },
    });
  });

  test('is refused where its code lies in another prefecture', async () => {
    expect(await create({ ...byHand, code: '130000022' })).toMatchObject({
      status: 400,
      body: { code: 'organisation/prefecture-differs' },
    });
  });
});

describe('a facility of the register', () => {
  test('is opened once, however often it is asked', async () => {
    await imported(server, administrator, line('450000011', '宮崎病院', '宮崎市１'));
    const [known] = await search('450000011');
    const path = `/register/facilities/${known?.id}/opening`;
    expect(known?.openedAt).toBeNull();
    expect(await search('宮崎病院', 'opened')).toEqual([]);
    const first = await request(server, administrator, { method: 'PUT', path });
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
    const second = await request(server, administrator, { method: 'PUT', path });
    expect(first).toMatchObject({ status: 200, body: { openedAt: expect.any(String) } });
    expect(second.body).toEqual(first.body);
    expect((await search('宮崎病院', 'opened')).map(({ id }) => id)).toEqual([known?.id]);
    expect(await events(known?.id ?? '')).toEqual([{ act: 'organisation.facility-opened' }]);
  });

  test('tells whether anyone belongs to it, in the list and alone', async () => {
    const told = async ({ id, name }: { readonly id: string; readonly name: string }) => {
      const one = await request(server, administrator, { method: 'GET', path: `/register/facilities/${id}` });
      const [listed] = await search(name, 'opened');
      return [(one.body as RegisteredFacility).hasMembers, listed?.hasMembers];
    };
    const empty = (await create({ ...byHand, name: '無人診療所' })).body as RegisteredFacility;
    expect(empty.hasMembers).toBe(false);
    expect(await told(empty)).toEqual([false, false]);
    const facility = await addTestFacility(server, { name: '有人病院' }, ['staff']);
    expect(await told({ id: facility.id, name: '有人病院' })).toEqual([true, true]);
  });

  test('that is not there is not found', async () => {
    const path = '/register/facilities/00000000-0000-4000-8000-000000000001';
    expect(await request(server, administrator, { method: 'GET', path })).toMatchObject({ status: 404 });
    expect(await request(server, administrator, { method: 'PUT', path: `${path}/opening` })).toMatchObject({
      status: 404,
    });
  });
});

describe('the profile of a facility', () => {
  const edit = { type: 'hospital', beds: 420, functions: ['disaster-base'], ehr: 'on-premise', systemStaff: false };
  const roles = ['facility-administrator', 'planner', 'staff'] as const;
  const newHospital = () => addTestFacility(server, { name: 'みなと総合病院', beds: 218 }, roles);
  const read = async ({ id, people }: TestFacility) =>
    (await request(server, people.staff, { method: 'GET', path: `/facilities/${id}/profile` })).body as Profile;
  const save = ({ id, people }: TestFacility, body: unknown, person: TestPerson = people.planner) =>
    request(server, person, { method: 'PUT', path: `/facilities/${id}/profile`, body });
  const acts = async ({ id, people }: TestFacility) =>
    inFacility(server.db, { facilityId: id, personId: people.staff.id }, (tx) =>
      tx.selectFrom('activity').select(['act', 'person_id', 'detail']).execute(),
    );

  test('begins with what the register knows', async () => {
    const facility = await newHospital();
    expect(await read(facility)).toMatchObject({
      name: 'みなと総合病院',
      beds: 218,
      ehr: 'unknown',
      systemStaff: null,
      revision: 1,
      suggestedTier: { tier: null },
      sheetChoice: null,
    });
  });

  test('is saved with the act recorded, and suggests the tier that follows', async () => {
    const facility = await newHospital();
    const saved = await save(facility, { ...edit, revision: 1 });
    expect(saved).toMatchObject({
      status: 200,
      body: { ...edit, typeGuessed: false, revision: 2, suggestedTier: { tier: '②' } },
    });
    expect(await read(facility)).toMatchObject(edit);
    expect(await acts(facility)).toEqual([
      {
        act: 'organisation.profile-edited',
        person_id: facility.people.planner.id,
        detail: { type: 'hospital', beds: 420, ehr: 'on-premise', systemStaff: false, functions: 'disaster-base' },
      },
    ]);
  });

  test('is refused where another change came first, with what stands there now', async () => {
    const facility = await newHospital();
    await save(facility, { ...edit, revision: 1 });
    const late = await save(facility, { ...edit, beds: 10, revision: 1 }, facility.people['facility-administrator']);
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'organisation/profile-changed', data: { current: { beds: 420, revision: 2 } } },
    });
    expect(await read(facility)).toMatchObject({ beds: 420 });
    expect(await acts(facility)).toHaveLength(1);
  });

  test('is read by every member, saved by who may, and not there for anybody else', async () => {
    const facility = await newHospital();
    const other = await newHospital();
    const body = { ...edit, revision: 1 };
    expect(await save(facility, body, facility.people.staff)).toMatchObject({ status: 403 });
    expect(await save(facility, body, other.people.planner)).toMatchObject({ status: 404 });
    expect(await save(facility, body, administrator)).toMatchObject({ status: 404 });
    expect(await read(facility)).toMatchObject({ beds: 218 });
  });

  test('keeps the answers of the sheet branch and works the sheet out of them and the profile', async () => {
    const facility = await newHospital();
    const path = `/facilities/${facility.id}/sheet-choice`;
    const answers = { ownServers: 'yes', appOnPc: 'no', updatesEntrusted: 'no' };
    const chosen = await request(server, facility.people.planner, { method: 'PUT', path, body: answers });
    expect(chosen).toMatchObject({
      status: 200,
      body: { sheetChoice: { answers, choice: { sheet: 'hospital', deemedCompliance: 'does-not-apply' } } },
    });
    await save(facility, { ...edit, type: 'clinic', beds: 0, revision: 1 });
    expect((await read(facility)).sheetChoice).toMatchObject({ answers, choice: { sheet: 'small-facility' } });
    expect((await acts(facility))?.map(({ act }) => act).sort()).toEqual([
      'organisation.profile-edited',
      'organisation.sheet-chosen',
    ]);
  });
});
