import { randomUUID } from 'node:crypto';
import type { Letter } from '#core/kernel/letter.ts';
import { type Carrier, smtpCarrier } from '../platform/mail/carrier.ts';
import { MailFailure } from '../platform/mail/mail-failure.ts';
import { messageOf } from '../platform/mail/send-mail.ts';
import { readSender } from '../platform/mail/smtp-settings.ts';
import { originOf, type Settings } from './settings.ts';

type Output = { write(text: string): unknown };
type Streams = { readonly stdout: Output; readonly stderr: Output };

export const mailTestUsage = '使い方: npm run -s mamori -- mail-test 宛先のメールアドレス\n';

const testLetter: Letter = {
  subject: 'まもりの試しのメールです',
  paragraphs: ['このメールが読めていれば、まもりからのメールは届きます。'],
  link: { words: 'まもりを開く', path: '/sign-in', note: 'このリンクが開ければ、宛先の設定も合っています。' },
  unexpected: '心当たりがないときは、このメールを消してください。',
  why: 'まもりを動かしている担当者が、設定を確かめるためにこの宛先を指定しました。',
};

async function send(carrier: Carrier, to: string, origin: string, { stdout, stderr }: Streams): Promise<number> {
  try {
    await carrier(messageOf(randomUUID(), to, testLetter, { at: new Date(), origin }));
    stdout.write(`メールサーバが ${to} へのメールを受け取りました。届いたかを確かめてください。\n`);
    return 0;
  } catch (failure) {
    if (!(failure instanceof MailFailure)) throw failure;
    stderr.write(`${failure.message}（${failure.code}）\n`);
    return 2;
  }
}

/** `mamori mail-test`: sends one letter by the settings and says plainly what went wrong; exit code 0 taken, 2 not. */
export async function mailTestCommand(
  args: readonly string[],
  streams: Streams,
  read: () => Settings,
): Promise<number> {
  const [to, ...more] = args;
  const { address } = (to === undefined ? undefined : readSender(to)) ?? {};
  if (address === undefined || address !== to || more.length > 0) {
    streams.stderr.write(mailTestUsage);
    return 2;
  }
  const settings = read();
  if (!settings.smtp) {
    streams.stderr.write('SMTP_URL と MAIL_FROM が指定されていません。\n');
    return 2;
  }
  return send(smtpCarrier(settings.smtp), address, originOf(settings), streams);
}
