import { z } from 'zod';
import type { Sheet } from '../../catalogue/sheet.ts';
import { type MailState, mailStateSchema } from '../../kernel/mail.ts';
import { type ChecklistAnswer, checklistSections, countItems, openItems } from '../checklist.ts';
import { type FormLink, formStanding, formStandings } from './form-standing.ts';

export const vendorFormSchema = z.object({
  runId: z.uuid(),
  standing: z.enum(formStandings),
  /** Items with an answer that stands, and all items. */
  answered: z.number().int(),
  items: z.number().int(),
  /** What is いいえ or 分からない, by the day it is to be はい; late ones first. */
  no: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      text: z.string(),
      /** What of the item nobody could check, to stand after 要確認. */
      doubt: z.string().nullable(),
      targetOn: z.iso.date().nullable(),
      lacksTarget: z.boolean(),
      late: z.boolean(),
    }),
  ),
  /** When the vendor sent its answers. */
  sentAt: z.date().nullable(),
  /** When the facility confirmed and submitted them. */
  submittedAt: z.date().nullable(),
  /** The link by which the vendor answers; null where none is open. */
  link: z
    .object({
      expiresAt: z.date(),
      expired: z.boolean(),
      /** What became of the letter with the link; null where none was asked for, or that is more than 30 days ago. */
      mail: mailStateSchema.nullable(),
    })
    .nullable(),
});
export type VendorForm = z.infer<typeof vendorFormSchema>;

type FormInput = {
  readonly runId: string;
  readonly sheet: Sheet;
  readonly answers: ReadonlyMap<string, ChecklistAnswer>;
  readonly link: FormLink | null;
  readonly mail?: MailState | null;
  readonly submittedAt: Date | null;
  /** Today in Japan: 「2026-11-27」. */
  readonly today: string;
  readonly now: Date;
};

/** The form of one system as the facility sees it. */
export function vendorForm(input: FormInput): VendorForm {
  const { runId, sheet, answers, link, mail = null, submittedAt, today, now } = input;
  const sections = checklistSections({ sheet, answers, withoutVendor: false, today });
  const { yes, no, open } = countItems(sections.flatMap(({ items }) => items));
  const answered = yes + no;
  const isOpen = link !== null && link.endedAt === null && submittedAt === null;
  return {
    runId,
    standing: formStanding({ answered, open, link, submittedAt }, now),
    answered,
    items: answered + open,
    no: openItems(sections).map(({ id, label, text, doubt, targetOn, lacksTarget, late }) => ({
      id,
      label,
      text,
      doubt,
      targetOn,
      lacksTarget,
      late,
    })),
    sentAt: link?.sentAt ?? null,
    submittedAt,
    link: isOpen ? { expiresAt: link.expiresAt, expired: link.expiresAt <= now, mail } : null,
  };
}
