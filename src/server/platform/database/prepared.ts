import type { PoolClient, QueryConfig } from 'pg';

const mostKept = 500;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostKept) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * Has PostgreSQL parse and plan a statement with parameters once per connection instead of at every call. Statements
 * whose text keeps changing (lists of parameters) stop being kept after the first 500, so no connection grows for ever.
 */
export function prepareStatements(client: PoolClient): void {
  const query = client.query.bind(client) as (config: QueryConfig | string, values?: unknown[]) => unknown;
  const prepared = (config: QueryConfig | string, values: unknown[] = []) => {
    const name = typeof config === 'string' && values.length > 0 ? nameOf(config) : undefined;
    return name === undefined ? query(config, values) : query({ name, text: config as string, values });
  };
  client.query = prepared as typeof client.query;
}
