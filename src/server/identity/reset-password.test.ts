import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Reply, request } from '../app/testing/request.ts';
import { tokenOf } from '../app/testing/token-of.ts';
import { addMember } from '../app/testing/world.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { addProgram } from './testing/add-access-token.ts';
import { browserOf, password, Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const chosen = 'あたらしくえらんだことば';
const unusable = { status: 410, body: { code: 'identity/link-not-usable' } };
const linkOf = (reply: Reply) => tokenOf((reply.body as { path: string }).path);
const read = (token: string) => stage.post(undefined, '/reset-link', { token });
const choose = (token: string) => stage.post(undefined, '/reset-link/password', { token, password: chosen });

function issue(personId: string, by = stage.world.here.people['facility-administrator']): Promise<Reply> {
  return stage.post(by, `/facilities/${stage.world.here.id}/members/${personId}/reset-link`);
}

test('a link resets the password once, ends every session and access token, and the code is asked for still', async () => {
  const { email, personId, secret, browser } = await stage.enrolled('forgot@example.jp');
  const issued = await issue(personId);
  expect(issued).toMatchObject({ status: 200, body: { name: '山田 花子' } });
  const token = linkOf(issued);
  expect(await read(token)).toMatchObject({ status: 200, body: { email, secondFactor: true } });
  const program = await addProgram(
    stage.server,
    stage.world.here,
    { ...browser, id: personId },
    { scopes: ['facility.read'] },
  );
  const profile = { method: 'GET', path: `/facilities/${stage.world.here.id}/profile` };
  expect(await request(stage.server, program, profile)).toMatchObject({ status: 200 });
  expect(await choose(token)).toMatchObject({ status: 204 });
  expect(await stage.isOpen(browser)).toBe(false);
  expect(await request(stage.server, program, profile)).toMatchObject({ status: 401 });
  expect(await choose(token)).toMatchObject(unusable);
  expect(await stage.signIn(email, { password: chosen })).toMatchObject({ body: { code: 'identity/code-required' } });
  stage.later(60);
  expect(await stage.signIn(email, { password: chosen, code: stage.code(secret) })).toMatchObject({ status: 200 });
  const { here } = stage.world;
  const log = await request(stage.server, here.people.auditor, {
    method: 'GET',
    path: `/facilities/${here.id}/activity?subject=${personId}`,
  });
  expect(log.body).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({ act: 'identity.reset-link-issued' }),
      expect.objectContaining({ act: 'identity.password-reset' }),
    ]),
  });
});

test('a link is over after 24 hours, or with the next one', async () => {
  const { personId } = await stage.enrolled('late@example.jp');
  const first = linkOf(await issue(personId));
  stage.later(24 * 3600);
  expect(await read(first)).toMatchObject(unusable);
  const old = linkOf(await issue(personId));
  stage.later(1);
  const newest = linkOf(await issue(personId));
  expect(await choose(old)).toMatchObject(unusable);
  expect(await choose(newest)).toMatchObject({ status: 204 });
});

test('a weak password is refused and leaves the link as it was', async () => {
  const { personId } = await stage.enrolled('weak@example.jp');
  const token = linkOf(await issue(personId));
  const weak = await stage.post(undefined, '/reset-link/password', { token, password: 'password1234' });
  expect(weak).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'password' }] } } });
  expect(await choose(token)).toMatchObject({ status: 204 });
});

test('a facility administrator takes over nobody of another facility, no system administrator, and not themselves', async () => {
  const { here, elsewhere } = stage.world;
  const traveller = await stage.enrolled('traveller@example.jp');
  await addMember(stage.server, elsewhere.id, traveller.personId, ['staff']);
  expect(await issue(traveller.personId)).toMatchObject({ status: 409, body: { code: 'identity/reset-elsewhere' } });
  await addMember(stage.server, here.id, stage.world.administrator.id, ['planner']);
  expect(await issue(stage.world.administrator.id)).toMatchObject({
    status: 409,
    body: { code: 'identity/reset-system-role' },
  });
  const administrator = here.people['facility-administrator'];
  expect(await issue(administrator.id)).toMatchObject({ status: 409, body: { code: 'identity/reset-own' } });
  expect(await issue(elsewhere.people.planner.id)).toMatchObject({ status: 404 });
});

test('acting on an approval not bound to the caller: a link opens nothing once its person or its issuer has changed', async () => {
  const joiner = await stage.enrolled('joiner@example.jp');
  const token = linkOf(await issue(joiner.personId));
  await addMember(stage.server, stage.world.elsewhere.id, joiner.personId, ['planner']);
  expect(await read(token)).toMatchObject(unusable);
  expect(await choose(token)).toMatchObject(unusable);

  const issuer = await stage.enrolled('issuer@example.jp', ['facility-administrator']);
  const member = await stage.enrolled('member@example.jp');
  const issued = linkOf(await issue(member.personId, issuer.browser));
  const { here } = stage.world;
  const removed = await request(stage.server, here.people['facility-administrator'], {
    method: 'DELETE',
    path: `/facilities/${here.id}/members/${issuer.personId}`,
  });
  expect(removed).toMatchObject({ status: 204 });
  expect(await choose(issued)).toMatchObject(unusable);
});

test('the system administrator resets facility administrators and leaves other members to their facility', async () => {
  const { administrator, here } = stage.world;
  const forEmail = (email: string) => stage.post(administrator, '/reset-links', { email });
  const lead = await stage.enrolled('lead@example.jp', ['facility-administrator']);
  const token = linkOf(await forEmail(lead.email));
  expect(await choose(token)).toMatchObject({ status: 204 });
  const logged = await asSystem(stage.server.db, (tx) =>
    tx.selectFrom('system_event').select(['act', 'actor']).where('subject', '=', lead.personId).execute(),
  );
  expect(logged).toEqual(
    expect.arrayContaining([
      { act: 'identity.reset-link-issued', actor: administrator.id },
      { act: 'identity.password-reset', actor: lead.personId },
    ]),
  );
  expect(await forEmail(`${here.people.planner.id}@example.jp`)).toMatchObject({
    status: 409,
    body: { code: 'identity/reset-by-facility' },
  });
  expect(await forEmail('nobody@example.jp')).toMatchObject({ status: 404, body: { code: 'identity/email-unknown' } });
});

test('privilege escalation when making a user: an invitation gives nobody a role above the facility, nor without a step-up', async () => {
  const { here } = stage.world;
  const path = `/facilities/${here.id}/invitations`;
  const administrator = await stage.enrolled('escalation@example.jp', ['facility-administrator']);
  const body = { name: '昇る人', roles: ['system-administrator'] };
  expect(await stage.post(administrator.browser, path, body)).toMatchObject({ status: 400 });
  const sent = { token: await stage.invited(['staff']), name: '昇る人', email: 'climber@example.jp', password };
  for (const more of [{ roles: ['facility-administrator'] }, { systemRoles: ['system-administrator'] }]) {
    expect(await stage.post(undefined, '/invitation/acceptance', { ...sent, ...more })).toMatchObject({ status: 400 });
  }
  const joined = await stage.post(undefined, '/invitation/acceptance', sent);
  expect(joined).toMatchObject({ status: 200, body: { systemRoles: [], facilities: [{ roles: ['staff'] }] } });
  expect(await stage.post(browserOf(joined), path, { name: '次', roles: ['staff'] })).toMatchObject({ status: 403 });
  stage.later(600);
  expect(await stage.post(administrator.browser, path, { name: '次', roles: ['staff'] })).toMatchObject({
    status: 403,
    body: { code: 'step-up-required' },
  });
});

test('whoever is shut out at a new browser by the guesses of a colleague comes in at once by a link, and nobody else there does', async () => {
  const { email, personId, secret } = await stage.enrolled('shut-out@example.jp');
  const guess = () => stage.signIn(email, { password: 'ちがうことばを選ぶ人' });
  for (let failure = 0; failure < 5; failure += 1) expect(await guess()).toMatchObject({ status: 401 });
  stage.later(31);
  expect(await guess()).toMatchObject({ status: 401 });
  const shut = { status: 429, body: { code: 'identity/locked' } };
  expect(await stage.signIn(email)).toMatchObject(shut);

  const own = browserOf(await choose(linkOf(await issue(personId))));
  expect(own.cookie).toMatch(/^mamori-browser=/);
  stage.later(1);
  expect(await stage.signIn(email, { password: chosen })).toMatchObject(shut);
  const again = { email, password: chosen, code: stage.code(secret) };
  expect(await stage.post({ ...own, cookie: 'mamori-browser=made-up' }, '/session', again)).toMatchObject(shut);
  expect(await stage.post(own, '/session', again)).toMatchObject({ status: 200 });
});

test('a browser made known by a link delays its own wrong tries as any other does', async () => {
  const { email, personId } = await stage.enrolled('by-link@example.jp');
  const own = browserOf(await choose(linkOf(await issue(personId))));
  stage.later(1);
  const guess = () => stage.post(own, '/session', { email, password: 'ちがうことばを選ぶ人' });
  for (let failure = 0; failure < 5; failure += 1) expect(await guess()).toMatchObject({ status: 401 });
  expect(await guess()).toMatchObject({ status: 429, body: { code: 'identity/locked' } });
});
