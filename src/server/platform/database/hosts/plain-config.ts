import type { ClientConfig } from 'pg';
import { Servers } from './servers.ts';

/** A connection in plain values alone, as a thread of its own can be given it. */
export type PlainConfig = Omit<ClientConfig, 'servers'> & {
  readonly hosts?: readonly ClientConfig[];
  /** The highest met so far: the thread follows none below it either. */
  readonly timeline?: number;
};

/** pg hides the key of a client's certificate from everything that copies. */
const withKey = (config: ClientConfig): ClientConfig =>
  typeof config.ssl === 'object' && config.ssl.key
    ? { ...config, ssl: { ...config.ssl, key: config.ssl.key } }
    : { ...config };

export function plainOf({ servers, ...config }: ClientConfig): PlainConfig {
  return { ...withKey(config), ...(servers && { hosts: servers.all.map(withKey), timeline: servers.timeline }) };
}

/** The connection it was made of; which of its hosts takes writes is found anew. */
export function configOf({ hosts, timeline, ...config }: PlainConfig): ClientConfig {
  return hosts ? { ...config, servers: new Servers(hosts, timeline) } : config;
}
