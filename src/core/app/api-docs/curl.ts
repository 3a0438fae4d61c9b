import type { ShownEndpoint } from './document.ts';
import { exampleOf } from './example.ts';
import type { Schemas } from './schema.ts';

/** 「runId」 → 「RUN_ID」: what the reader puts an own value for. */
export const placeholderOf = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Body of the example, for endpoints that take JSON. */
export const exampleBody = ({ body }: ShownEndpoint, schemas: Schemas): unknown =>
  body?.schema && exampleOf(body.schema, schemas);

/** A file goes by the name the reader's own has: how it ends must fit what is in it. */
const namesFile = ({ body }: ShownEndpoint, name: string) => name === 'name' && body !== undefined && !body.schema;

function addressOf(endpoint: ShownEndpoint, base: string, schemas: Schemas): string {
  const { path, parameters } = endpoint;
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema }) => {
      const value = namesFile(endpoint, name) ? 'FILE_NAME' : exampleOf(schema, schemas, name);
      return `${name}=${encodeURIComponent(String(value))}`;
    });
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => placeholderOf(name));
  return base + filled + (query.length > 0 ? `?${query.join('&')}` : '');
}

function credentialOf({ access }: ShownEndpoint): readonly string[] {
  if (access.kind === 'public') return [];
  return access.accessToken === undefined
    ? [`-H ${quoted('Cookie: SESSION_COOKIE')}`]
    : [`-H ${quoted('Authorization: Bearer ACCESS_KEY')}`];
}

function bodyPart(endpoint: ShownEndpoint, schemas: Schemas): readonly string[] {
  const { body } = endpoint;
  if (!body) return [];
  const type = body.type === '*/*' ? 'application/octet-stream' : body.type;
  const content = body.schema
    ? `-d ${quoted(JSON.stringify(exampleBody(endpoint, schemas)))}`
    : "--data-binary '@FILE'";
  return [`-H ${quoted(`Content-Type: ${type}`)}`, content];
}

/** A line for the command line that calls the endpoint; `base` is the address of the API. */
export function curlOf(endpoint: ShownEndpoint, base: string, schemas: Schemas): string {
  const { method, answer } = endpoint;
  const isFile = answer.type !== undefined && answer.schema === undefined;
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${quoted(addressOf(endpoint, base, schemas))}`,
    ...credentialOf(endpoint),
    ...bodyPart(endpoint, schemas),
    ...(isFile ? ["-o 'FILE'"] : []),
  ].join(' \\\n  ');
}
