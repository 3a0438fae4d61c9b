import type { AccessWords } from '../../identity/access-words.ts';
import type { Schema, Schemas } from './schema.ts';

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
};
type Operation = {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly 'x-access': AccessWords;
};

/** The part of the OpenAPI document the page reads. */
export type ApiDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Schemas };
};

export type ShownError = { readonly status: number; readonly code: string; readonly message: string };
export type ShownEndpoint = {
  /** 「sheet.saveAnswer」 */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: AccessWords;
  readonly parameters: readonly Parameter[];
  /** JSON where `schema` stands, else a file. */
  readonly body: { readonly type: string; readonly schema: Schema | undefined } | undefined;
  readonly answer: { readonly status: number; readonly type: string | undefined; readonly schema: Schema | undefined };
  readonly errors: readonly ShownError[];
};
export type ShownGroup = { readonly title: string; readonly endpoints: readonly ShownEndpoint[] };

const json = 'application/json';

function bodyOf({ requestBody }: Operation, method: string): ShownEndpoint['body'] {
  if (!requestBody) return undefined;
  const content = requestBody.content ?? {};
  const schema = content[json]?.schema;
  if (schema) return { type: json, schema };
  return method === 'get' ? undefined : { type: Object.keys(content)[0] ?? '*/*', schema: undefined };
}

function answerOf({ responses }: Operation): ShownEndpoint['answer'] {
  const [status = '200', { content = {} } = {}] = Object.entries(responses).find(([code]) => code < '300') ?? [];
  const type = Object.keys(content)[0];
  return { status: Number(status), type, schema: content[json]?.schema };
}

/** The codes of a refusal and their texts, which the document writes line by line: 「code: text」. */
function errorsOf({ responses }: Operation): readonly ShownError[] {
  return Object.entries(responses)
    .filter(([status]) => status >= '400')
    .flatMap(([status, { content = {} }]) => {
      const lines = content[json]?.schema?.properties?.code?.description?.split('\n') ?? [];
      return lines.map((line) => {
        const [code = '', ...text] = line.split(': ');
        return { status: Number(status), code, message: text.join(': ') };
      });
    });
}

function shown(path: string, method: string, operation: Operation): ShownEndpoint {
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? operation.operationId,
    access: operation['x-access'],
    parameters: operation.parameters ?? [],
    body: bodyOf(operation, method),
    answer: answerOf(operation),
    errors: errorsOf(operation),
  };
}

/** Every endpoint of the document under the heading it belongs to, in the order of the document. */
export function groupsOf({ paths }: ApiDocument): readonly ShownGroup[] {
  const groups = new Map<string, ShownEndpoint[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const title = operation.tags?.[0] ?? 'そのほか';
      groups.set(title, [...(groups.get(title) ?? []), shown(path, method, operation)]);
    }
  }
  return [...groups].map(([title, endpoints]) => ({ title, endpoints }));
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** What is left of the groups where every word stands in an endpoint's name, path, method, summary or heading. */
export function searchGroups(groups: readonly ShownGroup[], words: string): readonly ShownGroup[] {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = (title: string, { id, method, path, summary }: ShownEndpoint) => {
    const text = folded([title, id, method, path, summary].join(' '));
    return wanted.every((word) => text.includes(word));
  };
  return groups
    .map(({ title, endpoints }) => ({ title, endpoints: endpoints.filter((one) => fits(title, one)) }))
    .filter(({ endpoints }) => endpoints.length > 0);
}
