import type { Kysely } from 'kysely';
import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { formOf } from '#core/compliance/form.ts';
import { dayInJapan, daysOfFiscalYear } from '#core/kernel/fiscal-year.ts';
import { needsTarget } from '#core/sheet/checklist.ts';
import type { Answer } from '#core/sheet/run.ts';
import { takeProposals } from '../../compliance/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { beginRun, saveAnswer } from '../../sheet/index.ts';
import { actAs } from './act-as.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };

/** The first いいえ was to be はい some days ago, so that the checklist has a late one; the others at the end of the year. */
function targets(sheet: Sheet, answers: readonly Answer[], days: { readonly late: string; readonly last: string }) {
  return answers
    .filter(({ itemId, value }) => needsTarget(sheet.gate, itemId, value))
    .map(({ itemId, value, note, revision, confirmedOn }, place) => {
      return { itemId, value, note, revision, confirmedOn, targetOn: place === 0 ? days.late : days.last };
    });
}

/**
 * This year's ministry checklist of a facility: filled from what it has submitted, with a target for what is いいえ, and what
 * nothing speaks for left open.
 */
export function fillChecklist({ db, catalogue }: Parts, opened: OpenedFacility, span: Span): Promise<void> {
  const { facility, members } = opened;
  const sheetId = formOf(facility.type);
  const sheet = latestSheet(catalogue, sheetId);
  if (!sheet) throw new Error(`the content has no sheet ${sheetId}`);
  const planner = holderOf(members, 'planner', 'facility-administrator');
  const year = span.years[thisYear] ?? 0;
  const at = (share: number) => momentIn(year, span.now, share, 0.5);
  return actAs(db, opened.id, planner, async (as) => {
    const { id: runId, answers } = await beginRun(as(planner, at(0.8)), catalogue, sheetId);
    if (answers.length > 0) return;
    const gate = { itemId: sheet.gate ?? '', value: 'yes' as const, note: '', revision: 0 };
    await saveAnswer(as(planner, at(0.8)), catalogue, { ...gate, runId, confirmedOn: dayInJapan(at(0.8)) });
    const itemIds = itemsOf(sheet).map(({ id }) => id);
    await takeProposals(as(planner, at(0.82)), catalogue, { runId, itemIds });
    const taken = await beginRun(as(planner, at(0.84)), catalogue, sheetId);
    const days = { late: dayInJapan(at(0.9)), last: daysOfFiscalYear(year).last };
    for (const answer of targets(sheet, taken.answers, days)) {
      await saveAnswer(as(planner, at(0.86)), catalogue, { ...answer, runId });
    }
  });
}
