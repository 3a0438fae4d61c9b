/** Where in a body an id stands, and the id. */
export type BodyId = { readonly at: readonly string[]; readonly id: string };

/** Ids in bodies that may name anybody, each with the reason why that opens nothing and the test that proves it. */
export const namesAnybody: Readonly<Record<string, { readonly because: string; readonly provedBy: string }>> = {
  'support.offer organisationId': {
    because: 'a facility lets in whom it likes, and only it is opened by that',
    provedBy: 'src/server/organisation/support-ended.test.ts',
  },
  'support.ask memberId': {
    because: 'an organisation may ask every facility; nothing opens before the facility accepts',
    provedBy: 'src/server/organisation/support-ended.test.ts',
  },
  'sso.addGroup memberId': {
    because: 'only facilities that opened themselves to the organisation are taken; the neighbour here has too',
    provedBy: 'src/server/identity/sso/sso-reach.test.ts',
  },
  'organisations.propose memberId': {
    because: 'an organisation may invite every facility; nothing is seen before the facility confirms',
    provedBy: 'src/server/region/region.test.ts',
  },
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Every id in a body, however deep. */
export function idsIn(value: unknown, at: readonly string[] = []): readonly BodyId[] {
  if (typeof value === 'string') return uuid.test(value) ? [{ at, id: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => idsIn(each, [...at, key]));
}

/** The body with another id at that place. */
export function withId(value: unknown, { at, id }: BodyId): unknown {
  const [key, ...deeper] = at;
  if (key === undefined) return id;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? withId(each, { at: deeper, id }) : each));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withId(object[key], { at: deeper, id }) };
}

type Schema = { readonly format?: string; readonly properties?: Readonly<Record<string, Schema>> } & Readonly<
  Record<string, unknown>
>;

/** The names of all fields of a schema that take an id. */
export function idFields(schema: unknown, name = ''): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { format, properties, ...rest } = schema as Schema;
  if (format === 'uuid') return [name];
  const named = Object.entries(properties ?? {}).flatMap(([field, each]) => idFields(each, field));
  return [...named, ...Object.values(rest).flatMap((each) => idFields(each, name))];
}
