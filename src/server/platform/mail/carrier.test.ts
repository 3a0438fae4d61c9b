import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Message, smtpCarrier } from './carrier.ts';
import { MailFailure } from './mail-failure.ts';
import { readServer, type SmtpSettings } from './smtp-settings.ts';
import { type MailServer, mailLogin, startMailServer } from './testing/mail-server.ts';

let server: MailServer | undefined;
afterEach(() => server?.stop());

const from = { name: 'みなと病院 まもり', address: 'mamori@example.jp' };
const message: Message = {
  id: '0a0b0c0d-0000-4000-8000-000000000001',
  to: 'hanako@example.jp',
  at: new Date('2026-11-21T03:00:00Z'),
  subject: 'まもりの試しのメールです。とても長い件名でも、折り返されて届きます。',
  text: '山田 花子 様\n\n髙﨑・𠮷野・①\n',
  html: '<!doctype html><html lang="ja"><title>x</title><p>髙﨑</p></html>',
};

function settings(url: string, changed: Partial<SmtpSettings> = {}): SmtpSettings {
  const read = readServer(url);
  if (!read) throw new Error('not a server');
  return { ...read, from, ...changed };
}

async function failureOf(smtp: SmtpSettings, letter = message): Promise<MailFailure> {
  const failure: unknown = await smtpCarrier(smtp)(letter).catch((error) => error);
  if (failure instanceof MailFailure) return failure;
  throw new Error(`it did not fail: ${String(failure)}`);
}

const certificate = ['localhost-certificate.pem', 'localhost-key.pem'].map((file) =>
  readFileSync(join(import.meta.dirname, '../../app/testing', file), 'utf8'),
);

test('a letter arrives as it was written, with our Message-ID', async () => {
  server = await startMailServer();
  await smtpCarrier(settings(server.url))(message);
  const { from: sender, ...mail } = await server.next(message.to);
  expect(sender).toEqual(from);
  expect(mail).toMatchObject({ messageId: `<${message.id}@example.jp>`, subject: message.subject, text: message.text });
  expect(mail.html).toContain('髙﨑');
  expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
});

test('a line break in a subject or an address adds no header and no recipient', async () => {
  server = await startMailServer();
  const smtp = settings(server.url);
  await smtpCarrier(smtp)({ ...message, subject: 'あ\r\nBcc: other@example.jp' });
  const mail = await server.next(message.to);
  expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
  await smtpCarrier(smtp)({ ...message, to: 'a@example.jp\r\nBcc: other@example.jp' }).catch(() => undefined);
  await smtpCarrier(smtp)({ ...message, to: 'a@example.jp, other@example.jp' }).catch(() => undefined);
  expect(server.received.map(({ recipient }) => recipient)).not.toContain('other@example.jp');
});

test('a wrong password, a missing one and a refused recipient are told apart, without a word of either', async () => {
  server = await startMailServer({
    refuse: () => Object.assign(new Error('no such user hanako@example.jp'), { responseCode: 550 }),
  });
  const login = { ...mailLogin, password: 'wrong-secret' };
  const wrong = await failureOf(settings(server.url, { login }));
  expect(wrong).toMatchObject({ reason: 'login', permanent: false });
  const missing = await failureOf(settings(server.url, { login: undefined }));
  expect(missing).toMatchObject({ reason: 'login-wanted', permanent: false });
  const recipient = await failureOf(settings(server.url));
  expect(recipient).toMatchObject({ reason: 'recipient', permanent: true, code: '550' });
  for (const { message: words, stack } of [wrong, missing, recipient]) {
    expect(words).toMatch(/[ぁ-ん]/);
    expect(`${words}${stack}`).not.toMatch(/wrong-secret|hanako/);
  }
});

test('a server that is busy is tried again', async () => {
  server = await startMailServer({ refuse: () => Object.assign(new Error('greylisted'), { responseCode: 451 }) });
  expect(await failureOf(settings(server.url))).toMatchObject({ reason: 'later', permanent: false });
});

test('a certificate that is not trusted, and a server without encryption, get nothing', async () => {
  const [cert = '', key = ''] = certificate;
  server = await startMailServer({ certificate: { cert, key } });
  expect(await failureOf(settings(server.url))).toMatchObject({ reason: 'certificate', permanent: false });
  expect(server.received).toEqual([]);
  await server.stop();
  server = await startMailServer();
  expect(await failureOf(settings(server.url, { requireTls: true }))).toMatchObject({ reason: 'encryption' });
  expect(server.received).toEqual([]);
});

test('a server on this machine that takes a login only encrypted is not told as a wrong password', async () => {
  const [cert = '', key = ''] = certificate;
  server = await startMailServer({ certificate: { cert, key }, startTls: true });
  expect(await failureOf(settings(server.url))).toMatchObject({ reason: 'encryption', permanent: false, code: '538' });
});

test('a name that is not there and a closed port are told apart', async () => {
  expect(await failureOf(settings('smtp://mail.invalid'))).toMatchObject({ reason: 'name' });
  server = await startMailServer();
  const { url } = server;
  await server.stop();
  expect(await failureOf(settings(url))).toMatchObject({ reason: 'refused' });
});
