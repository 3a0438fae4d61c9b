import { z } from 'zod';
import { email } from '../../identity/contract.ts';
import { vendorFormSchema } from './vendor-form.ts';

/** Systems of vendors a facility can have in use at the same time. */
export const systemsAtMost = 200;

const name = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, `${what}を入れてください。`)
    .max(most, `${what}は${most}文字までです。`)
    .refine((text) => !/\p{Cc}/u.test(text), `${what}は、改行を入れずに1行で書いてください。`);

/** What a facility says of a system a vendor runs for it; the checklist asks for one form of each (manual R7, p.3). */
export const systemEditSchema = z.object({
  vendor: name('事業者の名前', 100),
  system: name('システムの名前', 100),
  /** Who answers at the vendor; the answers given through a link are signed so. */
  contact: name('担当者の名前', 60),
  /** Where the link can be sent; empty where it is handed over. */
  email: z.union([z.literal(''), email], 'メールアドレスの形で入力してください（例：hanako@example.jp）。'),
});
export type SystemEdit = z.infer<typeof systemEditSchema>;

export const vendorSystemSchema = systemEditSchema.extend({
  id: z.uuid(),
  /** Empty for whoever may not change the register. */
  email: z.string(),
  /** Since when it is no longer in use; its forms stay. */
  endedAt: z.date().nullable(),
  revision: z.number().int(),
  /** This year's form; null where it was never begun. */
  form: vendorFormSchema.nullable(),
  /** The forms of years before, the newest first. */
  earlier: z.array(z.object({ runId: z.uuid(), fiscalYear: z.number().int() })),
});
export type VendorSystem = z.infer<typeof vendorSystemSchema>;

export const vendorRegisterSchema = z.object({
  fiscalYear: z.number().int(),
  /** Of this year's own checklist: no vendor is under contract, and so no form of a vendor is needed (manual R7, p.3 and p.7). */
  withoutVendor: z.boolean(),
  /** In use first, then ended ones; by vendor and system. */
  systems: z.array(vendorSystemSchema),
});
export type VendorRegister = z.infer<typeof vendorRegisterSchema>;
