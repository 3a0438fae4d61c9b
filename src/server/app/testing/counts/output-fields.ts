import { getEventIteratorSchemaDetails } from '@orpc/contract';
import { z } from 'zod';
import { commonErrors } from '#core/kernel/contract.ts';
import type { Endpoint } from '../../../platform/http/endpoints.ts';

/** Something an endpoint hands out that is a number, can be counted, or can hold anything. */
export type OutputField = {
  readonly endpoint: string;
  /** Where it stands, as `classes[].stages.*`; `[]` for a list that is all of the answer. */
  readonly at: string;
  readonly kind: 'number' | 'list' | 'map' | 'document' | 'anything';
  /** It, or what it stands in, can be null. */
  readonly canBeHidden: boolean;
};
type Found = Omit<OutputField, 'endpoint'>;
type Place = { readonly at: string; readonly canBeHidden: boolean; readonly seen: readonly string[] };
type Node = z.core.JSONSchema.JSONSchema;
type Inside = (node: Node, place: Place) => readonly Found[];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const typesOf = ({ type }: Node): readonly unknown[] => [type].flat();

/** Dates are texts; all else that has no form in JSON stays open. */
const schemaOf = (schema: z.core.$ZodType): Node =>
  z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') jsonSchema.type = 'string';
    },
  });

function fieldsOf(root: Node): readonly Found[] {
  const inside: Inside = (node, place) => {
    if (node.$ref !== undefined) return ofReference(node.$ref, place);
    const choices = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])].filter(isNode);
    const canBeHidden = place.canBeHidden || [node, ...choices].some((each) => typesOf(each).includes('null'));
    const here = { ...place, canBeHidden };
    return [...choices.flatMap((choice) => inside(choice, here)), ...ofSelf(node, choices, here, inside)];
  };
  const ofReference = (reference: string, place: Place) => {
    if (place.seen.includes(reference)) return [];
    const name = reference.split('/').at(-1) ?? '';
    const target = reference === '#' ? root : root.$defs?.[name];
    return isNode(target) ? inside(target, { ...place, seen: [...place.seen, reference] }) : [];
  };
  return inside(root, { at: '', canBeHidden: false, seen: [] });
}

function ofSelf(node: Node, choices: readonly Node[], place: Place, inside: Inside): readonly Found[] {
  const found = (kind: Found['kind']): Found => ({ at: place.at || 'answer', kind, canBeHidden: place.canBeHidden });
  const types = typesOf(node);
  if (types.includes('number') || types.includes('integer')) return [found('number')];
  if (node.format === 'binary') return [found('document')];
  if (types.includes('array')) return ofList(node, place, inside);
  if (types.includes('object')) return ofObject(node, place, inside);
  const isSaid = node.type !== undefined || node.enum !== undefined || node.const !== undefined || choices.length > 0;
  return isSaid ? [] : [found('anything')];
}

function ofList({ items, prefixItems = [] }: Node, place: Place, inside: Inside): readonly Found[] {
  const at = `${place.at}[]`;
  const each = [items, ...prefixItems].flat().filter(isNode);
  const { canBeHidden } = place;
  return [{ at, kind: 'list', canBeHidden }, ...each.flatMap((item) => inside(item, { ...place, at }))];
}

function ofObject({ properties = {}, additionalProperties }: Node, place: Place, inside: Inside): readonly Found[] {
  const below = (name: string) => ({ ...place, at: [place.at, name].filter(Boolean).join('.') });
  const named = Object.entries(properties).flatMap(([name, each]) => (isNode(each) ? inside(each, below(name)) : []));
  if (!isNode(additionalProperties)) return named;
  const map: Found = { at: below('*').at, kind: 'map', canBeHidden: place.canBeHidden };
  return [...named, map, ...inside(additionalProperties, below('*'))];
}

type Answer = { readonly under: string; readonly schema: unknown };

/** What an endpoint can answer: its output, each event of a stream, and what its refusals tell. */
function answersOf({ procedure }: Endpoint): readonly Answer[] {
  const { outputSchema, errorMap } = procedure['~orpc'];
  const events = getEventIteratorSchemaDetails(outputSchema)?.yields;
  const errors: Readonly<Record<string, { readonly data?: unknown } | undefined>> = errorMap;
  const refusals = Object.entries(errors).filter(([code]) => !(code in commonErrors));
  return [
    { under: '', schema: events ?? outputSchema },
    ...refusals.map(([code, error]) => ({ under: `${code}#`, schema: error?.data })),
  ];
}

/** Every number, list, map and document an endpoint can hand out, be it in the words of a refusal. */
export const outputFieldsOf = (endpoint: Endpoint): readonly OutputField[] =>
  answersOf(endpoint).flatMap(({ under, schema }) =>
    schema === undefined
      ? []
      : fieldsOf(schemaOf(schema as z.core.$ZodType)).map((field) => ({
          ...field,
          endpoint: endpoint.name,
          at: under + field.at,
        })),
  );
