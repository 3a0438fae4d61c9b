import { z } from 'zod';
import { itemIdSchema, sheetIdSchema } from './sheet.ts';

/**
 * What an item of the newer version is beside the older one: the same words (`unchanged`), the same matter in other words
 * (`reworded`), or nothing that was asked before (`new`).
 */
export const bridgedItemSchema = z.discriminatedUnion('change', [
  z.strictObject({ item: itemIdSchema, change: z.literal('unchanged'), from: itemIdSchema }),
  z.strictObject({ item: itemIdSchema, change: z.literal('reworded'), from: itemIdSchema }),
  z.strictObject({ item: itemIdSchema, change: z.literal('new') }),
]);
export type BridgedItem = z.infer<typeof bridgedItemSchema>;

/**
 * The way from one version of a sheet to a later one, item by item; every item of both stands in it. It is published with
 * the later version and never changes after.
 */
export const bridgeSchema = z.strictObject({
  sheet: sheetIdSchema,
  from: z.string().min(1).max(20),
  to: z.string().min(1).max(20),
  items: z.array(bridgedItemSchema).min(1),
  /** Items of the older version that the newer one no longer asks. */
  dropped: z.array(itemIdSchema),
});
export type Bridge = z.infer<typeof bridgeSchema>;
