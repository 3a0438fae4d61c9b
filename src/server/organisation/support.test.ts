import { describe, expect, test, vi } from 'vitest';
import { addTestOrganisation } from '../app/testing/organisation-world.ts';
import { type Reply, request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { offered, terms } from '../app/testing/support-fixtures.ts';
import { sealActivity } from '../platform/activity/seal-activity.ts';
import { verifyActivity } from '../platform/activity/verify-activity.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { outside, refusedAs, SupportStage, start } from './testing/support-stage.ts';

const stage = new SupportStage();

describe('a supporter with a live agreement', () => {
  test('enters, sees what the scope opens, and every reading is in the log of the facility with the agreement', async () => {
    const runId = await begunRun(stage.server, stage.world.here);
    const agreement = await stage.scoped('support-sheet');
    expect(await stage.get(stage.supporter, stage.here(`/runs/${runId}`))).toMatchObject({
      status: 200,
      body: { may: { answer: [], assign: false, submit: false, reopen: false } },
    });
    stage.server.clock.now = new Date(start.getTime() + 2000);
    await stage.get(stage.supporter, stage.here('/profile'));
    const through = { detail: { agreement: agreement.id }, person: { name: stage.supporter.name } };
    const asSupporter = `（${stage.world.network.name}の支援者として）`;
    expect(await stage.log(`?agreementId=${agreement.id}`)).toMatchObject([
      { act: 'support.read', ...through, about: asSupporter },
      { act: 'sheet.read', subject: runId, ...through, about: expect.stringContaining(asSupporter) },
    ]);
  });

  test('leaves lines that are sealed with the agreement in them', async () => {
    await stage.scoped('support-sheet');
    await stage.get(stage.supporter, stage.here('/runs'));
    // Whatever else runs on the cluster holds the seals back for a moment.
    const { findings } = await vi.waitUntil(
      async () => {
        await sealActivity(stage.server.db, stage.server.clock.now);
        const verified = await verifyActivity(stage.server.database.owner);
        return verified.waiting === 0 && verified;
      },
      { timeout: 20_000 },
    );
    expect(findings).toEqual([]);
  });

  test('answers for the facility only where that is agreed, under the own name', async () => {
    const runId = await begunRun(stage.server, stage.world.here);
    const save = {
      method: 'PUT',
      path: stage.here(`/runs/${runId}/answers/S1`),
      body: { value: '2', note: '', revision: 0 },
    };
    const looking = await stage.scoped('support-sheet');
    expect(await request(stage.server, stage.supporter, save)).toMatchObject(refusedAs(403, 'not-allowed'));
    await stage.end(looking);
    const agreement = await stage.scoped('support-answer');
    expect((await request(stage.server, stage.supporter, save)).status).toBe(200);
    expect(await stage.log(`?agreementId=${agreement.id}`)).toMatchObject([{ act: 'sheet.answered', subject: runId }]);
    const run = await stage.get(stage.world.here.people.planner, stage.here(`/runs/${runId}`));
    expect(run.body).toMatchObject({ answers: [{ itemId: 'S1', answeredBy: { name: stage.supporter.name } }] });
  });

  test('never invites, changes roles, submits or reopens, whatever the scope', async () => {
    const runId = await begunRun(stage.server, stage.world.here);
    await stage.scoped('support-sheet', 'support-result', 'support-evidence', 'support-answer');
    const { staff } = stage.world.here.people;
    const calls = [
      { method: 'POST', path: stage.here('/invitations'), body: { name: '仲間', roles: ['planner'] } },
      { method: 'GET', path: stage.here('/members') },
      { method: 'PUT', path: stage.here(`/members/${staff.id}`), body: { roles: ['executive'] } },
      { method: 'POST', path: stage.here(`/runs/${runId}/submission`) },
      { method: 'POST', path: stage.here(`/runs/${runId}/reopening`), body: { reason: '直すため' } },
      { method: 'GET', path: stage.here('/activity') },
      { method: 'GET', path: stage.here('/support-agreements') },
      {
        method: 'POST',
        path: stage.here('/support-agreements'),
        body: { organisationId: stage.world.network.id, ...terms },
      },
    ];
    for (const call of calls) {
      expect(await request(stage.server, stage.supporter, call), call.path).toMatchObject(
        refusedAs(403, 'not-allowed'),
      );
    }
  });

  test('sees no private run of an executive, not even an own one of former days', async () => {
    const { executive } = stage.world.here.people;
    const privateRun = await begunRun(stage.server, stage.world.here, 'executive', executive);
    await stage.scoped('support-sheet', 'support-result');
    for (const path of [stage.here(`/runs/${privateRun}`), stage.here(`/runs/${privateRun}/result`)]) {
      expect(await stage.get(stage.supporter, path)).toMatchObject(outside);
    }
    expect((await stage.get(stage.supporter, stage.here('/runs'))).body).toEqual([]);
    const seen = await inFacility(
      stage.server.db,
      { facilityId: stage.world.here.id, personId: stage.supporter.id, now: start },
      (tx) => tx.selectFrom('run').select('id').where('executive_id', 'is not', null).execute(),
    );
    expect(seen).toEqual([]);
  });

  test('finds the facility in the session, with purpose and end, beside nothing of other facilities', async () => {
    const agreement = await stage.scoped('support-result');
    expect((await stage.get(stage.supporter, '/session')).body).toMatchObject({
      facilities: [
        {
          id: stage.world.here.id,
          roles: ['supporter', 'support-sheet', 'support-result'],
          support: { agreementId: agreement.id, purpose: terms.purpose },
        },
      ],
      organisations: [{ roles: ['supporter'] }, { roles: ['supporter'] }],
    });
    expect(await stage.get(stage.supporter, `/facilities/${stage.world.elsewhere.id}/runs`)).toMatchObject(outside);
  });
});

describe('an agreement', () => {
  const offer = (changed: object): Promise<Reply> =>
    stage.post(stage.world.here.people['facility-administrator'], stage.here('/support-agreements'), {
      organisationId: stage.world.network.id,
      ...terms,
      ...changed,
    });

  test.each(['2026-11-20', '2027-11-23', '2030-01-01'])('cannot end on %s', async (endsOn) => {
    expect(await offer({ endsOn })).toMatchObject(refusedAs(400, 'support/end-date'));
  });

  test('stands once between the two, is not made with a prefecture, and not with nobody', async () => {
    expect((await offer({})).status).toBe(201);
    expect(await offer({})).toMatchObject(refusedAs(409, 'support/already-live'));
    const prefecture = { organisationId: stage.world.prefecture.id };
    expect(await offer(prefecture)).toMatchObject(refusedAs(409, 'support/no-supporters'));
    expect(await offer({ organisationId: stage.world.here.id })).toMatchObject(outside);
  });

  test('shows both sides its state and the last entry', async () => {
    await offered(stage.server, stage.world);
    await stage.get(stage.supporter, stage.here('/profile'));
    const listed = { state: 'live', purpose: terms.purpose, lastEntryAt: expect.any(String) };
    expect((await stage.get(stage.world.here.people.executive, stage.here('/support-agreements'))).body).toMatchObject([
      listed,
    ]);
    const worklist = await stage.get(stage.supporter, `/organisations/${stage.world.network.id}/support-agreements`);
    expect(worklist.body).toMatchObject([{ ...listed, facility: { id: stage.world.here.id } }]);
    const elsewhere = await stage.get(
      stage.world.otherNetwork.people.supporter,
      `/organisations/${stage.world.otherNetwork.id}/support-agreements`,
    );
    expect(elsewhere.body).toEqual([]);
  });
});

describe('a supporter of a vendor', () => {
  test('works within what the facility agreed to, and sees no region and no programme', async () => {
    const vendor = await addTestOrganisation(stage.server, { kind: 'vendor', prefecture: null });
    const engineer = vendor.people.supporter;
    expect(await stage.get(engineer, stage.here('/runs'))).toMatchObject(outside);
    await offered(stage.server, { ...stage.world, network: vendor }, { scope: ['support-sheet'] });
    expect((await stage.get(engineer, stage.here('/runs'))).status).toBe(200);
    expect(await stage.get(engineer, stage.here('/members'))).toMatchObject(refusedAs(403, 'not-allowed'));
    for (const page of ['region', 'programme'])
      for (const person of Object.values(vendor.people))
        expect((await stage.get(person, `/organisations/${vendor.id}/${page}`)).status).not.toBe(200);
    expect(await stage.get(engineer, `/organisations/${vendor.id}/region`)).toMatchObject(outside);
    const officer = vendor.people['programme-officer'];
    expect(await stage.get(officer, `/organisations/${vendor.id}/programme`)).toMatchObject(outside);
  });
});
