import { type AnyContractRouter, ContractProcedure, isContractProcedure } from '@orpc/contract';
import { z } from 'zod';

type Schema = z.core.$ZodType;

const mapped = <V, R>(fields: Readonly<Record<string, V>>, change: (value: V) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value)]));

const changed = <S extends Schema>(schema: S, def: object): S =>
  z.core.clone(schema, { ...schema._zod.def, ...def } as S['_zod']['def']);

const isWrapper = (schema: Schema): schema is z.ZodOptional | z.ZodNullable | z.ZodDefault =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;

/**
 * The same schema, in which every object refuses the fields it does not name, however deep it stands; one that takes others
 * on purpose (`z.looseObject`) goes on taking them.
 */
export function strict<S extends Schema>(schema: S): S {
  if (schema instanceof z.ZodObject)
    return changed(schema, { shape: mapped(schema.shape, strict), catchall: schema._zod.def.catchall ?? z.never() });
  if (schema instanceof z.ZodArray) return changed(schema, { element: strict(schema.element) });
  if (schema instanceof z.ZodUnion) return changed(schema, { options: schema.options.map(strict) });
  if (isWrapper(schema)) return changed(schema, { innerType: strict(schema.unwrap()) });
  return schema;
}

/** For an input of path, query and body apart: each strict, and no query where none is read. Headers are left alone. */
export function strictParts<S extends Schema>(schema: S): S {
  if (!(schema instanceof z.ZodObject)) return schema;
  return changed(schema, { shape: mapped({ query: z.object({}), ...schema.shape }, strict) });
}

/** The same contract, in which every endpoint refuses input it does not name: what is ignored is misunderstood. */
export function withStrictInput<C extends AnyContractRouter>(router: C): C {
  if (!isContractProcedure(router)) return mapped(router, withStrictInput) as C;
  const { inputSchema, ...rest } = router['~orpc'];
  if (!inputSchema) return router;
  const read = rest.route.inputStructure === 'detailed' ? strictParts : strict;
  return new ContractProcedure({ ...rest, inputSchema: read(inputSchema as Schema) }) as AnyContractRouter as C;
}
