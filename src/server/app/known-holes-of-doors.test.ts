import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { browserOf, password, Stage } from '../identity/testing/stage.ts';
import { asPerson } from '../platform/database/transaction.ts';
import { type Endpoint, endpointsOf } from '../platform/http/endpoints.ts';
import type { Reply } from './testing/request.ts';

type Operation = { readonly parameters?: readonly { readonly name: string }[]; readonly requestBody?: unknown };
const document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../api/openapi.json'), 'utf8'),
);

const propertiesIn = (schema: unknown): readonly string[] =>
  typeof schema === 'object' && schema !== null
    ? Object.entries(schema).flatMap(([key, part]) => [
        ...(key === 'properties' ? Object.keys(part as object) : []),
        ...propertiesIn(part),
      ])
    : [];

/** Every name an endpoint takes: in path, query and body, however deep. */
function inputNames({ path, method }: Pick<Endpoint, 'path' | 'method'>): readonly string[] {
  const { parameters = [], requestBody } = document.paths[path]?.[method.toLowerCase()] ?? {};
  return [...parameters.map(({ name }) => name), ...propertiesIn(requestBody)];
}

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const codeOf = ({ body }: Reply) => (body as { code?: string }).code;
const cookieOf = (token: string) => ({ id: '', name: '', cookie: `mamori=${token}` });

describe('replay of a code', () => {
  test('the code that confirmed an authenticator signs nobody in', async () => {
    const { email, secret } = await stage.enrolled('replayed@example.jp');
    const used = stage.code(secret);
    expect(codeOf(await stage.signIn(email, { code: used }))).toBe('identity/code-wrong');
    stage.later(30);
    expect(await stage.signIn(email, { code: stage.code(secret) })).toMatchObject({ status: 200 });
  });

  test('a code of the step before is taken no more once a later one was', async () => {
    const { email, secret } = await stage.enrolled('earlier@example.jp');
    stage.later(60);
    const earlier = stage.code(secret);
    stage.later(30);
    expect(await stage.signIn(email, { code: stage.code(secret) })).toMatchObject({ status: 200 });
    expect(codeOf(await stage.signIn(email, { code: earlier }))).toBe('identity/code-wrong');
  });

  test('a code seen over a shoulder is worth nothing two minutes later', async () => {
    const { email, secret } = await stage.enrolled('shoulder@example.jp');
    stage.later(60);
    const seen = stage.code(secret);
    stage.later(120);
    expect(codeOf(await stage.signIn(email, { code: seen }))).toBe('identity/code-wrong');
  });
});

describe('fixation of a session', () => {
  const planted = 'planted-by-somebody-else-1234567890abcdefghi';

  test('a cookie chosen by somebody else becomes no session by signing in with it', async () => {
    await stage.accept(await stage.invited(['staff']), 'fixed@example.jp');
    const reply = await stage.post(cookieOf(planted), '/session', { email: 'fixed@example.jp', password });
    expect(reply.status).toBe(200);
    expect(browserOf(reply).cookie).not.toContain(planted);
    expect(await stage.isOpen(browserOf(reply))).toBe(true);
    expect(await stage.isOpen(cookieOf(planted))).toBe(false);
  });

  test('nor by accepting an invitation or confirming an authenticator', async () => {
    const body = { name: '山田 花子', email: 'planted@example.jp', password };
    const token = await stage.invited(['planner']);
    const joined = await stage.post(cookieOf(planted), '/invitation/acceptance', { ...body, token });
    const { secret } = (await stage.post(browserOf(joined), '/second-factor')).body as { secret: string };
    const confirmed = await stage.confirm(browserOf(joined), secret);
    const cookies = [planted, browserOf(joined).cookie, browserOf(confirmed).cookie];
    expect(new Set(cookies).size).toBe(3);
    expect(await stage.isOpen(cookieOf(planted))).toBe(false);
    expect(await stage.isOpen(browserOf(joined))).toBe(false);
  });

  test('what the database keeps of a session opens none', async () => {
    const { personId } = await stage.enrolled('stolen@example.jp');
    const [row] = await asPerson(stage.server.db, { personId }, (tx) =>
      tx.selectFrom('session').select('token_hash').where('person_id', '=', personId).execute(),
    );
    for (const form of ['base64url', 'hex'] as const)
      expect(await stage.isOpen(cookieOf(row?.token_hash.toString(form) ?? ''))).toBe(false);
  });
});

describe('finding out who has an account', () => {
  const wrong = 'ちがうことばを選ぶ人';

  test('an account with an authenticator tells so to nobody without its password', async () => {
    const { email } = await stage.enrolled('quiet@example.jp');
    stage.later(3600);
    expect(codeOf(await stage.signIn(email, { password: wrong }))).toBe('identity/sign-in-refused');
    expect(codeOf(await stage.signIn(email, { password: wrong, code: '123456' }))).toBe('identity/sign-in-refused');
  });

  const secretBeside = ['identity.acceptInvitation', 'identity.setUp', 'identity.signIn'];
  /** Single sign-on looks at the domain alone. */
  const sameAnswerForAll = ['account.requestReset', 'sso.begin'];

  test('no endpoint open to everybody takes an e-mail address, but with a secret or where all get the same answer', () => {
    const open = endpointsOf(contract).filter(({ access }) => access.kind === 'public');
    const takesEmail = open.filter((endpoint) => inputNames(endpoint).includes('email')).map(({ name }) => name);
    expect(takesEmail).toContain('identity.signIn');
    expect(takesEmail.filter((name) => ![...secretBeside, ...sameAnswerForAll].includes(name))).toEqual([]);
  });
});

describe('an open redirect of the server', () => {
  const onward =
    /^(next|return|redirect|goto|continue|target|back|url|uri|callback|destination)(_?(to|url|uri|path))?$/i;

  test('has no place to begin: no endpoint takes an address to go on to', () => {
    const taken = endpointsOf(contract).flatMap((endpoint) =>
      inputNames(endpoint)
        .filter((name) => onward.test(name))
        .map((name) => `${endpoint.name}: ${name}`),
    );
    expect(taken).toEqual([]);
  });

  test('answers no path with a way to another site', async () => {
    for (const path of ['//evil.example', '/%2f%2fevil.example', '/\\evil.example', '/api//evil.example']) {
      const reply = await fetch(stage.server.url + path, { redirect: 'manual' });
      expect(reply.headers.get('location'), path).toBeNull();
      expect(reply.status).toBeGreaterThanOrEqual(400);
    }
  });
});
