import { z } from 'zod';

/** A question about answers, as data. `item` is an item id, `value` an answer value. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly equals: { readonly item: string; readonly value: string } }
  | { readonly atLeast: { readonly item: string; readonly value: number } }
  | { readonly within: { readonly item: string; readonly values: readonly string[] } };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ equals: z.strictObject({ item: z.string(), value: z.string() }) }),
    z.strictObject({ atLeast: z.strictObject({ item: z.string(), value: z.number() }) }),
    z.strictObject({ within: z.strictObject({ item: z.string(), values: z.array(z.string()) }) }),
  ]),
);

/**
 * Whether the condition holds for the values given. An item without a value equals nothing,
 * is at least nothing and within nothing; `not` of that holds.
 */
export function holds(condition: Condition, valueOf: (item: string) => string | undefined): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, valueOf));
  if ('any' in condition) return condition.any.some((part) => holds(part, valueOf));
  if ('not' in condition) return !holds(condition.not, valueOf);
  if ('equals' in condition) return valueOf(condition.equals.item) === condition.equals.value;
  if ('within' in condition) {
    const value = valueOf(condition.within.item);
    return value !== undefined && condition.within.values.includes(value);
  }
  const value = valueOf(condition.atLeast.item);
  return value !== undefined && value !== '' && Number(value) >= condition.atLeast.value;
}
