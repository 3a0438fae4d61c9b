import { afterEach, expect, test } from 'vitest';
import { type MailServer, mailLogin, startMailServer } from '../platform/mail/testing/mail-server.ts';
import { mailTestCommand } from './mail-test-command.ts';
import { readSettings } from './settings.ts';

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
