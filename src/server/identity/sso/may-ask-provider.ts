const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address of a provider may be asked: https; http only on this machine, where Mamori itself is served there. */
export function mayAskProvider(address: string, origin: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  if (protocol === 'https:') return true;
  return protocol === 'http:' && loopback.includes(hostname) && loopback.includes(new URL(origin).hostname);
}
