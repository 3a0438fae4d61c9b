import type { ClientConfig } from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { describeConnection } from './database-url.ts';
import { reasonOf } from './failure-reason.ts';

/** Turns a failed connection into what happened and what to do; `name` is the setting the connection came from. */
export function connectionFailure(error: unknown, name: string, config: ClientConfig): CannotStart {
  const place = describeConnection(config);
  return new CannotStart(`${name} のデータベース（${place}）につながりません: ${reasonOf(error)}。`, { cause: error });
}
