import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = Email & {
  readonly recipient: string;
  /** How the connection it came over was encrypted; nothing where it was not. */
  readonly cipher: string | undefined;
};

export type MailServer = {
  readonly port: number;
  /** With user and password in it. */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** The first letter to an address that was not given before; waits for it. */
  next(recipient: string): Promise<ReceivedMail>;
  stop(): Promise<void>;
};

type Options = {
  readonly port?: number;
  /** TLS with this certificate, from the first byte unless told. */
  readonly certificate?: { readonly cert: string; readonly key: string };
  /** TLS only once it is asked for; what is not asked so is not let in. */
  readonly startTls?: boolean;
  /** What the server answers to a recipient; nothing accepts. */
  readonly refuse?: (recipient: string) => Error | undefined;
};

export const mailLogin = { user: 'mamori@example.jp', password: 'p@ss:word/?' };
const waitMs = 20_000;

function serverOf({ certificate, startTls = false, refuse }: Options, received: ReceivedMail[]): SMTPServer {
  const server = new SMTPServer({
    logger: false,
    secure: certificate !== undefined && !startTls,
    allowInsecureAuth: !startTls,
    ...(certificate ?? { disabledCommands: ['STARTTLS'] }),
    onAuth: ({ username, password }, _, answer) =>
      username === mailLogin.user && password === mailLogin.password
        ? answer(null, { user: username })
        : answer(new Error('no')),
    onRcptTo: ({ address }, _, answer) => answer(refuse?.(address)),
    onData: async (stream, { envelope, secure, tlsOptions }, answer) => {
      const mail = await PostalMime.parse(await buffer(stream));
      const cipher = secure && tlsOptions ? tlsOptions.name : undefined;
      received.push(...envelope.rcptTo.map(({ address }) => ({ ...mail, recipient: address, cipher })));
      answer();
    },
  });
  return server.on('error', () => undefined);
}

/** Gives each letter once, in the order they came. */
function waiting(received: readonly ReceivedMail[]) {
  const given = new Set<ReceivedMail>();
  return async (recipient: string): Promise<ReceivedMail> => {
    for (const until = Date.now() + waitMs; Date.now() < until; await pause(50)) {
      const mail = received.find((one) => one.recipient === recipient && !given.has(one));
      if (mail) {
        given.add(mail);
        return mail;
      }
    }
    throw new Error(`no letter came to ${recipient}; there were ${received.length}`);
  };
}

/** A real SMTP server that asks for a login and keeps what it is brought. */
export async function startMailServer(options: Options = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = serverOf(options, received);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const login = [mailLogin.user, mailLogin.password].map(encodeURIComponent).join(':');
  return {
    port,
    url: `${options.certificate && !options.startTls ? 'smtps' : 'smtp'}://${login}@127.0.0.1:${port}`,
    received,
    next: waiting(received),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
