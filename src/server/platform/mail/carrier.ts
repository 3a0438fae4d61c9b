import { mailFailureOf } from './mail-failure.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** A letter written out, for one recipient. */
export type Message = {
  /** The same at every try, so that a repeat can be recognised. */
  readonly id: string;
  readonly to: string;
  readonly at: Date;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};
/** Brings a message to the mail server, or throws a `MailFailure`. */
export type Carrier = (message: Message) => Promise<void>;

const waits = { connectionTimeout: 15_000, greetingTimeout: 15_000, dnsTimeout: 15_000, socketTimeout: 30_000 };

const optionsOf = ({ host, port, secure, requireTls, login }: SmtpSettings) => ({
  host,
  port,
  secure,
  requireTLS: requireTls && !secure,
  ignoreTLS: !requireTls,
  ...waits,
  disableFileAccess: true,
  disableUrlAccess: true,
  ...(login && { auth: { user: login.user, pass: login.password } }),
});

function lettersOf({ id, to, at, subject, text, html }: Message, { name, address }: SmtpSettings['from']) {
  return {
    messageId: `<${id}@${address.split('@')[1] ?? 'mamori.invalid'}>`,
    from: { name, address },
    to: { name: '', address: to },
    date: at,
    subject,
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'ja' },
  };
}

/** Letters over SMTP, each on a connection of its own. The library is loaded with the first: a start does not wait for it. */
export function smtpCarrier(settings: SmtpSettings): Carrier {
  return async (message) => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(optionsOf(settings));
    try {
      await transport.sendMail(lettersOf(message, settings.from));
    } catch (cause) {
      throw mailFailureOf(cause);
    } finally {
      transport.close();
    }
  };
}
