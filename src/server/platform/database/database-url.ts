import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { urlOfEachHost } from './hosts/host-list.ts';
import { Servers } from './hosts/servers.ts';

const isLocal = (host: string) => host.startsWith('/') || ['localhost', '::1'].includes(host) || /^127\./.test(host);
const saysMode = (url: string, mode: string) => new RegExp(`[?&]sslmode=${mode}(&|$)`).test(url);

/** A line to another machine is encrypted and its other end proved, unless the operator says that it is a private one. */
function refuseOpenLine(url: string, host: string, name: string): void {
  if (isLocal(host) || saysMode(url, 'verify-full') || saysMode(url, 'disable')) return;
  throw new CannotStart(
    [
      `${name} は、ほかの機器のデータベースです。暗号化の指定がないため、つなぎません。次のどちらかを後ろに付けてください。`,
      '  - ?sslmode=verify-full（暗号化し、相手の証明書を確かめます）',
      '  - ?sslmode=disable（ほかの人が入れない専用の線でつながっている場合だけ）',
    ].join('\n'),
  );
}

function connectionToOne(url: string, name: string): pg.ClientConfig {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
  refuseOpenLine(url, host, name);
  return { host, port, user, password: password ?? undefined, database, ssl };
}

/**
 * The parts of a connection URL, so that user or database can be exchanged; with `servers` where it lists several hosts.
 * `name` is the setting it came from.
 */
export function connectionOf(url: string, name: string): pg.ClientConfig {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new CannotStart(
      `${name} は postgres://利用者:パスワード@ホスト:ポート/データベース の形で指定してください。`,
    );
  try {
    const all = urlOfEachHost(url, name).map((one) => connectionToOne(one, name));
    const [first = {}] = all;
    return all.length > 1 ? { ...first, servers: new Servers(all) } : first;
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`${name} を読み取れません。記号を含むパスワードは %40 のように書き換えてください。`, {
      cause: error,
    });
  }
}

/** A connection in words, without its password. */
export const describeConnection = ({ user, host, port, database, servers }: pg.ClientConfig): string =>
  `${user ?? ''}@${servers?.names ?? `${host ?? ''}:${port ?? ''}`}/${database ?? ''}`;
