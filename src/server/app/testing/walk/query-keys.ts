import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../../../platform/http/endpoints.ts';
import type { Call } from '../request.ts';

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly type?: string; readonly format?: string; readonly enum?: readonly unknown[] };
};
type ApiDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>>;
};
const file = join(import.meta.dirname, '../../../../../api/openapi.json');
const document: ApiDocument = JSON.parse(readFileSync(file, 'utf8'));

const inQuery = ({ path, method }: Endpoint) =>
  (document.paths[path]?.[method.toLowerCase()]?.parameters ?? []).filter((parameter) => parameter.in === 'query');

/** What the endpoint reads from its query and may be an id: what says so, and in a facility free text that is only searched for. */
export function queryKeysOf(endpoint: Endpoint): readonly string[] {
  const searches = endpoint.access.kind === 'facility' && endpoint.method === 'GET';
  const isKey = ({ schema }: Parameter) =>
    schema.format === 'uuid' || (searches && schema.type === 'string' && !schema.format && !schema.enum);
  return inQuery(endpoint)
    .filter(isKey)
    .map(({ name }) => name);
}

/** The call with this in its query and nothing else that it could do without, so that no other condition hides what it finds. */
export function withQuery(endpoint: Endpoint, call: Call, name: string, value: string): Call {
  const [place = '', query] = call.path.split('?');
  const given = new URLSearchParams(query);
  const needed = inQuery(endpoint).filter((parameter) => parameter.required && parameter.name !== name);
  const kept = Object.fromEntries(needed.map((parameter) => [parameter.name, given.get(parameter.name) ?? '']));
  return { ...call, path: `${place}?${new URLSearchParams({ ...kept, [name]: value })}` };
}
