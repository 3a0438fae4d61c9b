import { isLoopback } from '../../platform/mail/loopback.ts';

/** A host as a setting names it, `host` or `host:port`, in the form of addresses; undefined where it is none. */
export function readHost(text: string): string | undefined {
  const address = `https://${text}/`;
  if (!URL.canParse(address)) return undefined;
  const { href, host } = new URL(address);
  return href === `https://${host}/` ? host : undefined;
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '');

/** Whether an address may be sent to: by its host with its port, encrypted unless it is this machine, and without a name and password. */
export function mayReceive(address: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(hostOf(url)))) return false;
  return hosts.includes(url.host);
}
