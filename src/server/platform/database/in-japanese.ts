import { type RawBuilder, sql } from 'kysely';

/** Orders by a name as Japanese lists do (JIS X 4061, as near as characters without their readings allow), not by code. */
export function inJapanese(column: string): RawBuilder<string> {
  return sql<string>`${sql.ref(column)} collate "ja-x-icu"`;
}
