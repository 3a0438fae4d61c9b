import { expect, test } from 'vitest';
import type { TestPerson } from '../../app/testing/world.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { startSession } from '../start-session.ts';
import { ProviderBrowser } from '../testing/provider-browser.ts';
import { SsoStage, withCookies } from '../testing/sso-stage.ts';

const stage = new SsoStage();
const refusedAs = (status: number, code: string) => ({ status, body: { code } });
const unlink = (person: TestPerson | undefined) => stage.send(person, 'DELETE', '/account/sso');
const runsOf = ({ id }: { readonly id: string }) => `/facilities/${id}/runs`;

/** The planner of the facility, who has a password, tied: by groups also at another facility and in the organisation. */
async function tied() {
  const { here, elsewhere } = stage.world;
  const { planner } = here.people;
  const email = stage.address('planner');
  await stage.rename(planner.id, email);
  await stage.open(true, { ...stage.world, here: elsewhere });
  await stage.give('ward', ['staff'], elsewhere.id);
  await stage.give('help', ['supporter'], null);
  stage.provider.person(email, { groups: ['ward', 'help'], amr: ['mfa'] });
  const begun = await stage.send(planner, 'POST', '/account/sso');
  const answer = await stage.answered((begun.body as { url: string }).url, email);
  const linked = await stage.complete(withCookies(begun, planner.cookie), answer);
  expect(linked).toMatchObject({ status: 200, body: { purpose: 'link' } });
  return { planner, email };
}

const kept = (personId: string) =>
  asSystem(stage.server.db, async (tx) => {
    const mails = await tx.selectFrom('mail').select('kind').where('person_id', '=', personId).execute();
    const events = tx.selectFrom('system_event').select(['act', 'actor']).where('subject', '=', personId);
    return { mails: mails.map(({ kind }) => kind).toSorted(), events: await events.execute() };
  });

test('whoever undoes the tie ends at once what came by it, is told by mail, and keeps what was held before', async () => {
  const { here, elsewhere, network } = stage.world;
  const { planner, email } = await tied();
  const { browser } = await stage.signIn(email);
  expect((await stage.send(browser, 'GET', runsOf(elsewhere))).status).toBe(200);
  expect(await unlink(planner)).toMatchObject({ status: 200, body: { signedOut: false } });

  expect(await stage.send(browser, 'GET', '/session')).toMatchObject(refusedAs(401, 'sign-in-required'));
  expect((await stage.send(planner, 'GET', runsOf(here))).status).toBe(200);
  expect(await stage.send(planner, 'GET', runsOf(elsewhere))).toMatchObject(refusedAs(404, 'not-found'));
  expect((await stage.send(planner, 'GET', '/session')).body).toMatchObject({
    facilities: [{ id: here.id, roles: ['planner'] }],
    organisations: [],
  });
  expect((await stage.send(planner, 'GET', '/account/sso')).body).toMatchObject({ linked: false, hasPassword: true });
  expect((await stage.signIn(email)).reply).toMatchObject(refusedAs(409, 'sso/link-first'));

  const { mails, events } = await kept(planner.id);
  expect(mails).toEqual(['account-linked', 'account-unlinked']);
  expect(events).toContainEqual({ act: 'sso.unlinked', actor: planner.id });
  const at = await stage.send(elsewhere.people.auditor, 'GET', `/facilities/${elsewhere.id}/activity`);
  expect(at.body).toMatchObject({
    entries: expect.arrayContaining([expect.objectContaining({ act: 'identity.left-by-sso', subject: planner.id })]),
  });
  const above = network.people['organisation-administrator'];
  const log = await stage.send(above, 'GET', `/organisations/${network.id}/activity`);
  expect(log.body).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({ act: 'organisation.left-by-sso', detail: { former: 'supporter' } }),
    ]),
  });
});

test('a tie undone can be made again', async () => {
  const { planner, email } = await tied();
  expect((await unlink(planner)).status).toBe(200);
  const begun = await stage.send(planner, 'POST', '/account/sso');
  const answer = await stage.answered((begun.body as { url: string }).url, email);
  expect((await stage.complete(withCookies(begun, planner.cookie), answer)).status).toBe(200);
  expect((await stage.signIn(email)).reply.status).toBe(200);
});

test('undone out of a session of the provider, that session ends too', async () => {
  const { email } = await tied();
  const at = new ProviderBrowser();
  const { browser } = await stage.signIn(email, at);
  expect(await unlink(browser)).toMatchObject(refusedAs(403, 'step-up-required'));
  const stepping = await stage.send(browser, 'POST', '/session/step-up/sso');
  const proof = await stage.answered((stepping.body as { url: string }).url, email, at);
  const proved = await stage.complete(withCookies(stepping, browser.cookie), proof);
  const reply = await unlink(withCookies(proved, browser.cookie));
  expect(reply).toMatchObject({ status: 200, body: { signedOut: true } });
  expect(reply.headers.getSetCookie().join()).toMatch(/mamori=;/);
});

test('an account without a password keeps its tie, its only way in', async () => {
  const email = stage.address('sato');
  stage.provider.person(email, { groups: ['ward'] });
  await stage.connect({ trustsSecondFactor: true });
  await stage.give('ward', ['staff']);
  const at = new ProviderBrowser();
  const { browser } = await stage.signIn(email, at);
  const stepping = await stage.send(browser, 'POST', '/session/step-up/sso');
  const proof = await stage.answered((stepping.body as { url: string }).url, email, at);
  const proved = withCookies(await stage.complete(withCookies(stepping, browser.cookie), proof), browser.cookie);
  expect(await unlink(proved)).toMatchObject(refusedAs(409, 'sso/password-needed'));
  expect((await stage.send(proved, 'GET', '/account/sso')).body).toMatchObject({ linked: true, hasPassword: false });
  expect((await stage.signIn(email)).reply.status).toBe(200);
});

test('who is tied to nothing has nothing to undo', async () => {
  expect(await unlink(stage.world.here.people.planner)).toMatchObject(refusedAs(404, 'not-found'));
});

test('a way in by the provider that was decided before the tie was undone opens no session after', async () => {
  const { planner } = await tied();
  const id = await asSystem(stage.server.db, async (tx) => {
    const { network } = stage.world;
    const of = tx.selectFrom('sso_connection').select('id').where('organisation_id', '=', network.id);
    return (await of.where('ended_at', 'is', null).executeTakeFirstOrThrow()).id;
  });
  const { db, clock } = stage.server;
  const opening = () =>
    startSession(
      { db, now: clock.now, sessionToken: undefined, startSession: () => undefined, userAgent: '' },
      planner.id,
      true,
      { sso_connection: id, sso_session: null, id_token: null, stepped_up_at: null },
    );
  await opening();
  expect((await unlink(planner)).status).toBe(200);
  await expect(opening()).rejects.toThrow('the connection has ended');
});
