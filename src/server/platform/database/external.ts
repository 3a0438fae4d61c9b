import type { ClientConfig } from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { connectionFailure } from './connection-failure.ts';
import { withClient } from './with-client.ts';

type Facts = { readonly version: number; readonly shown: string; readonly encoding: string; readonly replica: boolean };

const factsQuery = `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
  current_setting('server_encoding') as encoding, pg_is_in_recovery() as replica`;

/** What an external PostgreSQL must be; the reason in Japanese where it is not. */
export function unfitReason({ version, shown, encoding, replica }: Facts): string | undefined {
  if (version < 150_000) return `PostgreSQL 15 以上が必要です（今は ${shown}）`;
  if (encoding !== 'UTF8') return `文字コードが UTF8 のデータベースが必要です（今は ${encoding}）`;
  if (replica) return '読み取り専用の複製です。書き込めるサーバを指定してください';
  return undefined;
}

/** Refuses an external PostgreSQL that cannot be reached or does not fit. */
export async function checkExternal(owner: ClientConfig): Promise<void> {
  const facts = await withClient(owner, (client) => client.query<Facts>(factsQuery)).catch((error: unknown) => {
    throw connectionFailure(error, 'DATABASE_URL', owner);
  });
  const reason = facts.rows[0] && unfitReason(facts.rows[0]);
  if (reason) throw new CannotStart(`DATABASE_URL: ${reason}。`);
}
