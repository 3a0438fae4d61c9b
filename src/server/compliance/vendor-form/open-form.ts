import type { SheetId } from '#core/catalogue/sheet.ts';
import type { LinkAnswer, OpenedForm } from '#core/compliance/vendor-form/form-link-contract.ts';
import type { Answer } from '#core/sheet/run.ts';
import { answersOf } from '../../sheet/index.ts';
import type { FormContext } from './enter-form.ts';

/** An answer as the vendor may see it. */
export function linkAnswer({ facility }: Pick<FormContext, 'facility'>, answer: Answer): LinkAnswer {
  const { itemId, value, note, revision, toConfirm, confirmedOn, targetOn, answeredAt, answeredBy } = answer;
  const days = { confirmedOn, targetOn };
  return {
    itemId,
    value,
    note,
    revision,
    toConfirm,
    ...days,
    answeredAt,
    byFacility: answeredBy.id !== facility.personId,
  };
}

/** The form as its vendor sees it. */
export async function openForm(form: FormContext): Promise<OpenedForm> {
  const { facility, place, run } = form;
  const { facilityName, vendor, system, contact, expiresAt, sentAt } = place;
  const answers = await answersOf(facility.tx, facility.facilityId, run.id);
  return {
    facilityName,
    vendor,
    system,
    contact,
    expiresAt,
    sentAt,
    fiscalYear: run.fiscalYear,
    sheetId: run.sheetId as SheetId,
    sheetVersion: run.sheetVersion,
    answers: answers.map((answer) => linkAnswer(form, answer)),
    confirmedAt: run.submittedAt,
  };
}
