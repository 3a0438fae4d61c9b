import fc from 'fast-check';
import { hostileValue } from './text.ts';

/** The part of JSON Schema that the API document uses for input. */
export type InputSchema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: InputSchema;
  readonly properties?: Readonly<Record<string, InputSchema>>;
  readonly anyOf?: readonly InputSchema[];
};

function edgesOf(schema: InputSchema): readonly unknown[] {
  const { minLength = 0, maxLength, minimum, maximum, minItems = 0, maxItems } = schema;
  return [
    ...(maxLength === undefined ? [] : ['あ'.repeat(maxLength), 'あ'.repeat(maxLength + 1)]),
    ...(minLength > 0 ? ['a'.repeat(minLength - 1)] : []),
    ...(minimum === undefined ? [] : [minimum, minimum - 1]),
    ...(maximum === undefined ? [] : [maximum, maximum + 1]),
    ...(minItems > 0 ? [[]] : []),
    ...(maxItems === undefined ? [] : [Array.from({ length: maxItems + 1 }, () => null)]),
    ...(schema.enum ? [...schema.enum, `${schema.enum[0]} `] : []),
    ...(schema.format === 'uuid' ? ['00000000-0000-4000-8000-000000000000', 'urn:uuid:0', '{}'] : []),
  ];
}

/** Values at the edges of what a schema allows, just beyond them, and far from them. */
export function againstSchema(schema: InputSchema): fc.Arbitrary<unknown> {
  const edges = [schema, ...(schema.anyOf ?? [])].flatMap(edgesOf);
  return edges.length === 0 ? hostileValue : fc.oneof(fc.constantFrom(...edges), hostileValue);
}

/** Every place of a body the document describes, with the schema that stands there. */
export function placesOf(
  schema: InputSchema,
  path: readonly string[] = [],
): readonly (readonly [readonly string[], InputSchema])[] {
  const here = [[...path], schema] as const;
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, part]) => placesOf(part, [...path, key]));
  const items = schema.items ? placesOf(schema.items, [...path, '0']) : [];
  return [here, ...below, ...items, ...(schema.anyOf ?? []).flatMap((part) => placesOf(part, path).slice(1))];
}
