/** A JSON schema as the API document writes it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  /** The places of a tuple. */
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maximum?: number;
};
export type Schemas = Readonly<Record<string, Schema>>;

const nameOf = (ref: string) => ref.split('/').at(-1) ?? ref;

/** What a reference points at; the schema itself where it is none. */
export function resolved(schema: Schema, schemas: Schemas): Schema {
  return schema.$ref === undefined ? schema : (schemas[nameOf(schema.$ref)] ?? {});
}

const isNull = ({ type }: Schema) => type === 'null';

/** The kinds a value may have, null left out. */
export const kindsOf = ({ anyOf, oneOf }: Schema): readonly Schema[] | undefined =>
  (anyOf ?? oneOf)?.filter((kind) => !isNull(kind));

export const mayBeNull = ({ anyOf, oneOf, type }: Schema): boolean =>
  (anyOf ?? oneOf)?.some(isNull) === true || (Array.isArray(type) && type.includes('null'));

export const typeOf = ({ type }: Schema): string | undefined =>
  Array.isArray(type) ? type.find((one) => one !== 'null') : (type as string | undefined);
