import { expect, test } from 'vitest';
import { testOutbox } from '../../app/testing/test-server.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { answerResetRequest } from '../request-reset.ts';
import { SsoStage, withCookies } from '../testing/sso-stage.ts';

const stage = new SsoStage();

const lettersTo = (personId: string) =>
  asSystem(stage.server.db, async (tx) => {
    const rows = await tx.selectFrom('mail').select('kind').where('person_id', '=', personId).execute();
    return rows.map(({ kind }) => kind);
  });

/** Asks for a reset link of one's own and does the job that looks. */
async function askForLink(email: string): Promise<void> {
  const { db, clock } = stage.server;
  expect((await stage.send(undefined, 'POST', '/reset-requests', { email })).status).toBe(204);
  const { id } = await asSystem(db, (tx) =>
    tx.selectFrom('reset_request').select('id').where('sealed', 'is not', null).executeTakeFirstOrThrow(),
  );
  await answerResetRequest({ db, outbox: testOutbox, now: clock.now }, id);
}

test('who has no password is sent no link to choose one, while whoever has is', async () => {
  stage.provider.person(stage.address('sato'), { groups: ['ward'] });
  await stage.give('ward', ['staff']);
  const { reply } = await stage.signIn(stage.address('sato'));
  const { id } = (reply.body as { session: { person: { id: string } } }).session.person;
  await askForLink(stage.address('sato'));
  expect(await lettersTo(id)).toEqual([]);
  const { planner } = stage.world.here.people;
  await askForLink(`${planner.id}@example.jp`);
  expect(await lettersTo(planner.id)).toEqual(['own-reset-link']);
});

test('who ties the own account to the provider is told by mail', async () => {
  const { planner } = stage.world.here.people;
  await stage.rename(planner.id, stage.address('planner'));
  stage.provider.person(stage.address('planner'));
  const begun = await stage.send(planner, 'POST', '/account/sso');
  const answer = await stage.answered((begun.body as { url: string }).url, stage.address('planner'));
  expect((await stage.complete(withCookies(begun, planner.cookie), answer)).status).toBe(200);
  expect(await lettersTo(planner.id)).toEqual(['account-linked']);
});
