import { isLoopback } from './loopback.ts';

/** How letters leave: the SMTP server and who they come from. */
export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, else by STARTTLS. */
  readonly secure: boolean;
  /** Nothing is said before the connection is encrypted; only a server on this machine may go without. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly password: string } | undefined;
  readonly from: { readonly name: string; readonly address: string };
};

const fromForm = /^(?:(?<name>[^<>"\p{Cc}]*?)\s*<(?<named>[^<>\s]+)>|(?<bare>[^<>\s]+))$/u;
const addressForm = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;

/** 「みなと病院 まもり <mamori@example.jp>」 or the address alone; undefined where it is neither. */
export function readSender(text: string): SmtpSettings['from'] | undefined {
  const { name = '', named, bare } = fromForm.exec(text.trim())?.groups ?? {};
  const address = named ?? bare ?? '';
  return addressForm.test(address) ? { name: name.trim() || 'まもり', address } : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** `smtp://` (STARTTLS) or `smtps://`, with user and password in it or neither; undefined where it cannot be read so. */
export function readServer(text: string): Omit<SmtpSettings, 'from'> | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  if (!secure && url.protocol !== 'smtp:') return undefined;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const more = !['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '';
  if (host === '' || more || user === undefined || password === undefined) return undefined;
  if ((user === '') !== (password === '')) return undefined;
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  return { host, port, secure, requireTls: !isLoopback(host), login: user === '' ? undefined : { user, password } };
}
