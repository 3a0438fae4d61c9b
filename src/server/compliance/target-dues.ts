import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { checklistSections, openItems } from '#core/compliance/checklist.ts';
import { formOf, formRun } from '#core/compliance/form.ts';
import { may } from '#core/identity/role.ts';
import type { Due } from '#core/kernel/due.ts';
import { dayInJapan, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { findMembers } from '../identity/index.ts';
import { type DuePlace, type DueSource, whoPlans } from '../platform/due/due-source.ts';
import { answersOf, runsOfYear, sheetOfRun } from '../sheet/index.ts';
import { facilityHead } from './repository.ts';

/** What is not はい yet in this year's checklist, by the day it is to be; each with who said so. */
async function targets({ tx, facilityId, now }: DuePlace, catalogue: Catalogue): Promise<readonly Due[]> {
  const { type } = await facilityHead(tx, facilityId);
  const run = formRun(await runsOfYear(tx, facilityId, fiscalYearOf(now)), formOf(type));
  if (!run) return [];
  const answers = new Map((await answersOf(tx, facilityId, run.id)).map((answer) => [answer.itemId, answer]));
  const here = new Set((await findMembers(tx, facilityId)).map(({ personId }) => personId));
  const of = { sheet: sheetOfRun(catalogue, run), answers, withoutVendor: run.withoutVendor, today: dayInJapan(now) };
  return openItems(checklistSections(of)).flatMap(({ id, label, text, targetOn }): Due[] => {
    if (targetOn === null) return [];
    const said = answers.get(id)?.answeredBy;
    const owner = said ? { id: said.id, name: said.name, left: !here.has(said.id) } : null;
    return [{ kind: 'target', id, title: `${label} ${text}`, dueOn: targetOn, owner, page: 'compliance' }];
  });
}

/** Items of this year's checklist with a target. */
export const targetDues = (catalogue: Catalogue): DueSource => ({
  kind: 'target',
  mayRead: (roles) => may(roles, 'sheet.read'),
  toldTo: whoPlans,
  overdue: 'compliance.target-overdue',
  list: async (place, { from = '', until, ownerId }) =>
    (await targets(place, catalogue)).filter(
      ({ dueOn, owner }) => from <= dueOn && dueOn <= until && (ownerId === undefined || owner?.id === ownerId),
    ),
  find: async (place, id) => (await targets(place, catalogue)).find((due) => due.id === id),
});
