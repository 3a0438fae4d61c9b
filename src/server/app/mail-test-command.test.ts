import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type MailServer, mailLogin, startMailServer } from '../platform/mail/testing/mail-server.ts';
import { mailTestCommand } from './mail-test-command.ts';
import { readSettings } from './settings.ts';
import { runOwnCommand } from './testing/own-command.ts';

let server: MailServer | undefined;
afterEach(() => server?.stop());

async function run(env: NodeJS.ProcessEnv, ...args: string[]) {
  const said = { out: '', err: '' };
  const streams = {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  };
  const code = await mailTestCommand(args, streams, () => readSettings(env, { root: '/srv/mamori' }));
  return { code, ...said };
}

const to = 'hanako@example.jp';
const MAIL_FROM = 'みなと病院 <mamori@example.jp>';

test('a letter is sent and the server is said to have taken it', async () => {
  server = await startMailServer();
  const env = { SMTP_URL: server.url, MAIL_FROM, MAMORI_PUBLIC_URL: 'https://mamori.example.jp' };
  expect(await run(env, to)).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining(`${to} へのメールを受け取りました`),
  });
  const mail = await server.next(to);
  expect(mail).toMatchObject({
    subject: 'まもりの試しのメールです',
    from: { name: 'みなと病院', address: 'mamori@example.jp' },
  });
  expect(mail.text).toContain('https://mamori.example.jp/sign-in');
});

test('what is wrong is said plainly, with code 2 and without the password', async () => {
  server = await startMailServer();
  const wrong = server.url.replace(encodeURIComponent(mailLogin.password), 'wr0ng');
  const refused = await run({ SMTP_URL: wrong, MAIL_FROM }, to);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toMatch(/^メールサーバが、利用者名かパスワードを受け付けませんでした.*（535）\n$/);
  expect(refused.err).not.toContain('wr0ng');
  const nowhere = await run({ SMTP_URL: 'smtp://mail.invalid', MAIL_FROM }, to);
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringMatching(/^メールサーバの名前が見つかりません/) });
  expect(await run({}, to)).toMatchObject({ code: 2, err: expect.stringContaining('SMTP_URL と MAIL_FROM') });
});

const authority = join(import.meta.dirname, 'testing/localhost-certificate.pem');
const certificate = {
  cert: readFileSync(authority, 'utf8'),
  key: readFileSync(join(import.meta.dirname, 'testing/localhost-key.pem'), 'utf8'),
};

/** As whoever looks after it calls it: what a process trusts it reads once, when it begins. */
const runOwn = (SMTP_URL: string, trusted: string | undefined) =>
  runOwnCommand(tmpdir(), ['mail-test', to], { SMTP_URL, MAIL_FROM, NODE_EXTRA_CA_CERTS: trusted });

// An address that is not known to be this machine's own, though it leads here: beyond it nothing goes unencrypted.
const beyond = (url: string) => url.replace('127.0.0.1', '0.0.0.0');

test.each([
  ['smtps:', { certificate }],
  ['smtp:', { certificate, startTls: true }],
])(
  'over %s a letter is carried encrypted to a server whose certificate is trusted, and to no other',
  {
    timeout: 60_000,
  },
  async (protocol, options) => {
    server = await startMailServer(options);
    const url = beyond(server.url);
    expect(url.startsWith(protocol)).toBe(true);
    const stranger = await runOwn(url, undefined);
    expect(stranger).toMatchObject({ code: 2, out: '', err: expect.stringContaining('証明書を信頼できない') });
    expect(server.received).toEqual([]);
    const known = await runOwn(url, authority);
    expect(known).toMatchObject({ code: 0, err: '', out: expect.stringContaining('メールを受け取りました') });
    expect(await server.next(to)).toMatchObject({
      subject: 'まもりの試しのメールです',
      cipher: expect.stringMatching(/^(TLS|ECDHE)/),
    });
  },
);
