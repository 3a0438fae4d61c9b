import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';

/** The parts of a connection URL, so that user or database can be exchanged. `name` is the setting it came from. */
export function connectionOf(url: string, name: string): pg.ClientConfig {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new CannotStart(
      `${name} は postgres://利用者:パスワード@ホスト:ポート/データベース の形で指定してください。`,
    );
  try {
    const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
    return { host, port, user, password: password ?? undefined, database, ssl };
  } catch (error) {
    throw new CannotStart(`${name} を読み取れません。記号を含むパスワードは %40 のように書き換えてください。`, {
      cause: error,
    });
  }
}

/** A connection in words, without its password. */
export const describeConnection = ({ user, host, port, database }: pg.ClientConfig): string =>
  `${user ?? ''}@${host ?? ''}:${port ?? ''}/${database ?? ''}`;
