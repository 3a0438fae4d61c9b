import { z } from 'zod';
import { certaintySchema, itemIdSchema, sheetIdSchema } from './sheet.ts';

/**
 * What is thought of a version before anybody could read it: which item of the version before each of its items may follow. It is
 * offered as a first mapping and always shown as 要確認; nothing of it is asked of anybody.
 */
export const provisionalSchema = z.strictObject({
  sheet: sheetIdSchema,
  version: z.string(),
  from: z.string(),
  rows: z.array(
    z.strictObject({
      key: itemIdSchema,
      from: itemIdSchema,
      certainty: certaintySchema.exclude(['primary']),
      /** Why it is thought so. */
      note: z.string(),
    }),
  ),
});
export type Provisional = z.infer<typeof provisionalSchema>;
