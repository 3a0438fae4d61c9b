import { describe, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { asked, offered } from '../app/testing/support-fixtures.ts';
import { outside, refusedAs, SupportStage } from './testing/support-stage.ts';

const stage = new SupportStage();

describe('nobody comes in', () => {
  const profile = () => stage.here('/profile');

  test('after the facility ended the agreement, at once, and it is not ended twice', async () => {
    const agreement = await offered(stage.server, stage.world);
    expect((await stage.get(stage.supporter, profile())).status).toBe(200);
    expect(await stage.end(agreement)).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect(await stage.get(stage.supporter, profile())).toMatchObject(outside);
    expect(await stage.end(agreement)).toMatchObject(refusedAs(409, 'support/not-open'));
    expect((await stage.log())[0]).toMatchObject({ act: 'support.ended', subject: agreement.id });
  });

  test('after the organisation ended it, which the log of the facility tells', async () => {
    const agreement = await offered(stage.server, stage.world);
    const path = `/organisations/${stage.world.network.id}/support-agreements/${agreement.id}/end`;
    expect(await stage.post(stage.supporter, path)).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect(await stage.get(stage.supporter, profile())).toMatchObject(outside);
    expect((await stage.log())[0]).toMatchObject({ act: 'support.left', subject: agreement.id });
  });

  test('after the last day, and up to its end in Japan', async () => {
    await offered(stage.server, stage.world);
    stage.server.clock.now = new Date('2027-03-31T14:59:59Z');
    expect((await stage.get(stage.supporter, profile())).status).toBe(200);
    stage.server.clock.now = new Date('2027-03-31T15:00:00Z');
    expect(await stage.get(stage.supporter, profile())).toMatchObject(outside);
    expect((await stage.get(stage.supporter, '/session')).body).toMatchObject({ facilities: [] });
  });

  test('before the facility accepted what was asked', async () => {
    const agreement = await asked(stage.server, stage.world);
    expect(await stage.get(stage.supporter, profile())).toMatchObject(outside);
    const path = stage.here(`/support-agreements/${agreement.id}/acceptance`);
    expect(await stage.post(stage.world.here.people['safety-manager'], path)).toMatchObject({
      status: 200,
      body: { state: 'live' },
    });
    expect((await stage.get(stage.supporter, profile())).status).toBe(200);
    expect(await stage.post(stage.world.here.people['safety-manager'], path)).toMatchObject(
      refusedAs(409, 'support/not-open'),
    );
  });

  test('through the agreement of another facility or of another organisation', async () => {
    const agreement = await offered(stage.server, stage.world);
    expect(await stage.get(stage.world.otherNetwork.people.supporter, profile())).toMatchObject(outside);
    expect(await stage.get(stage.supporter, `/facilities/${stage.world.elsewhere.id}/profile`)).toMatchObject(outside);
    const { 'safety-manager': stranger } = stage.world.elsewhere.people;
    const path = `/facilities/${stage.world.elsewhere.id}/support-agreements/${agreement.id}/end`;
    expect(await stage.post(stranger, path)).toMatchObject(outside);
    const swapped = `/organisations/${stage.world.otherNetwork.id}/support-agreements/${agreement.id}/end`;
    expect(await stage.post(stage.world.otherNetwork.people.supporter, swapped)).toMatchObject(outside);
    expect(await stage.post(stage.supporter, swapped)).toMatchObject(outside);
    expect((await stage.get(stage.supporter, profile())).status).toBe(200);
  });

  test('who is no supporter of the organisation, or is none any more', async () => {
    await offered(stage.server, stage.world);
    const { 'organisation-administrator': administrator, 'vendor-contact': contact } = stage.world.network.people;
    for (const person of [administrator, contact]) expect(await stage.get(person, profile())).toMatchObject(outside);
    const path = `/organisations/${stage.world.network.id}/members/${stage.supporter.id}`;
    expect((await request(stage.server, administrator, { method: 'DELETE', path })).status).toBe(204);
    expect(await stage.get(stage.supporter, profile())).toMatchObject(outside);
  });

  test('who was a supporter when the page was opened and has another role now', async () => {
    await offered(stage.server, stage.world);
    expect((await stage.get(stage.supporter, profile())).status).toBe(200);
    const { 'organisation-administrator': administrator } = stage.world.network.people;
    const path = `/organisations/${stage.world.network.id}/members/${stage.supporter.id}`;
    const change = { method: 'PUT', path, body: { roles: ['vendor-contact'] } };
    expect(await request(stage.server, stage.supporter, change)).toMatchObject(refusedAs(403, 'not-allowed'));
    expect((await request(stage.server, administrator, change)).status).toBe(200);
    expect(await stage.get(stage.supporter, profile())).toMatchObject(outside);
  });

  test('with an organisation in the place of a facility, or a facility in that of an organisation', async () => {
    await offered(stage.server, stage.world);
    expect(await stage.get(stage.supporter, `/facilities/${stage.world.network.id}/profile`)).toMatchObject(outside);
    expect(await stage.get(stage.supporter, `/organisations/${stage.world.here.id}`)).toMatchObject(outside);
    expect(await stage.get(stage.world.here.people.auditor, `/organisations/${stage.world.here.id}`)).toMatchObject(
      outside,
    );
  });
});
