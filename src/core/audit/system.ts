import { z } from 'zod';

/** The name of a system, as the facility calls it. */
export const systemName = z
  .string()
  .trim()
  .min(1, 'システムの名前を入れてください。')
  .max(100, 'システムの名前は100文字までです。')
  .refine((text) => !/\p{Cc}/u.test(text), 'システムの名前は、改行を入れずに1行で書いてください。');

/** A system of the scope something concerns; empty where it concerns none in particular. */
export const concernedSystem = z.union([z.literal(''), systemName]);

/** The systems of the scope that what was concluded at an item concerns. */
export const concernSchema = z.object({ itemId: z.string().max(40), systems: z.array(systemName).max(30) });
export type Concern = z.infer<typeof concernSchema>;

/** Of what names systems, what concerns each system of the scope, in its order; those that name none are left out. */
export function bySystem<Thing extends { readonly systems: readonly string[] }>(
  systems: readonly string[],
  things: readonly Thing[],
): readonly { readonly system: string; readonly things: readonly Thing[] }[] {
  const all = [...new Set([...systems, ...things.flatMap((thing) => thing.systems)])];
  return all.map((system) => ({ system, things: things.filter((thing) => thing.systems.includes(system)) }));
}
