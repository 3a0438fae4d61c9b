import { kindsOf, resolved, type Schema, type Schemas, typeOf } from './schema.ts';

/** An id nobody has, of the form of ours. */
export const exampleId = '3f2b8c1e-5d4a-4b6f-9e7c-1a2b3c4d5e6f';

const byFormat: Readonly<Record<string, string>> = {
  uuid: exampleId,
  'date-time': '2026-11-20T09:30:00.000Z',
  date: '2026-11-20',
  email: 'hanako@example.jp',
  uri: 'https://example.jp/',
};

const byName: Readonly<Record<string, string>> = {
  address: '横浜市中区本町1丁目',
  areaId: 'S1',
  clauseId: 'GOV7-1-01',
  code: '123456',
  email: 'hanako@example.jp',
  endsOn: '2027-03-31',
  issuer: 'https://login.example.jp/',
  itemId: 'S1',
  measureId: 'MS1',
  name: '山田 花子',
  note: '11月に確かめました。',
  password: 'ながくて良いパスワード2026',
  reason: '入力の誤りを直すため',
  role: '院長',
  ruleId: 'FR-A207',
  version: 'R6',
  token: 'LINK_SECRET_BEHIND_THE_HASH',
};

/** Texts of a form of their own: each pattern takes one of them or none. */
const formed = ['123456', '2310001', '141234567', '20261120', '1', 'example.jp', 'R8'];

/** Where the least a schema takes says nothing, or would be refused beside the other examples. */
const chosen: Readonly<Record<string, unknown>> = {
  areas: ['01'],
  begun: [],
  budget: 300_000,
  clauseIds: ['GOV7-1-01'],
  clauses: ['GOV7-1-01'],
  excluded: [],
  fiscalYear: 2026,
  measures: [{ id: 'MS1', quarter: 4 }],
  personDays: 20,
  prefecture: 14,
  team: [],
};

function exampleText(schema: Schema, name: string): string {
  const { format, pattern, minLength = 0 } = schema;
  if (format === 'date' && byName[name]) return byName[name];
  if (format !== undefined && byFormat[format]) return byFormat[format];
  if (pattern !== undefined) return formed.find((text) => new RegExp(pattern).test(text)) ?? '';
  return (byName[name] ?? '文字').padEnd(minLength, '字');
}

function exampleObject({ properties = {} }: Schema, schemas: Schemas, deep: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, exampleAt(part, schemas, { name, deep: deep + 1 })]),
  );
}

/** One of each place of a tuple; of any other list as few as it takes, and one at least. */
function examplesIn({ prefixItems, items = {}, minItems = 1 }: Schema, schemas: Schemas, at: At): readonly unknown[] {
  return (prefixItems ?? Array<Schema>(Math.max(1, minItems)).fill(items)).map((part) =>
    exampleAt(part, schemas, { ...at, deep: at.deep + 1 }),
  );
}

type At = { readonly name: string; readonly deep: number };
const deepest = 8;

function exampleAt(given: Schema, schemas: Schemas, at: At): unknown {
  const schema = resolved(given, schemas);
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [kind] = kindsOf(schema) ?? [];
  if (kind) return exampleAt(kind, schemas, at);
  if (Object.hasOwn(chosen, at.name)) return chosen[at.name];
  switch (typeOf(schema)) {
    case 'object':
      return at.deep > deepest ? {} : exampleObject(schema, schemas, at.deep);
    case 'array':
      return at.deep > deepest ? [] : examplesIn(schema, schemas, at);
    case 'string':
      return exampleText(schema, at.name);
    case 'integer':
    case 'number':
      return Math.max(0, schema.minimum ?? 0);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

/** A value a JSON schema takes, the same every time: defaults, first choices, texts that fit the field `name`. */
export function exampleOf(schema: Schema, schemas: Schemas, name = ''): unknown {
  return exampleAt(schema, schemas, { name, deep: 0 });
}
