import { z } from 'zod';
import type { FormStanding } from './form-standing.ts';

/** What the forms of the systems in use come to, for the checklist of the facility. */
export const formTallySchema = z.object({
  /** No vendor is under contract: no form is needed. */
  withoutVendor: z.boolean(),
  systems: z.number().int(),
  answered: z.number().int(),
  /** Not answered, or not to the end: told apart from いいえ. */
  unanswered: z.number().int(),
  /** Items that are いいえ or 分からない, and those of them whose day has passed. */
  no: z.number().int(),
  late: z.number().int(),
});
export type FormTally = z.infer<typeof formTallySchema>;

type Told = {
  /** When it ended, as an instant or its text; null where it is in use. */
  readonly endedAt: Date | string | null;
  readonly form: { readonly standing: FormStanding; readonly no: readonly { readonly late: boolean }[] } | null;
};

/** Counts the forms of the systems in use; of what has ended nothing is asked any more. */
export function tallyForms(systems: readonly Told[], withoutVendor: boolean): FormTally {
  const inUse = systems.filter(({ endedAt }) => endedAt === null);
  const answered = inUse.filter(({ form }) => form?.standing === 'answered').length;
  const no = inUse.flatMap(({ form }) => form?.no ?? []);
  return {
    withoutVendor,
    systems: inUse.length,
    answered,
    unanswered: inUse.length - answered,
    no: no.length,
    late: no.filter(({ late }) => late).length,
  };
}
