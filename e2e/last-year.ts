import { join } from 'node:path';
import type { Session } from '#core/identity/contract.ts';
import { facilityRoles } from '#core/identity/role.ts';
import { dayInJapan, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { openForCommand } from '#server/app/command-database.ts';
import { type Acting, actAs } from '#server/app/demo/act-as.ts';
import { momentIn } from '#server/app/demo/calendar.ts';
import { fillRun, type PlannedRun } from '#server/app/demo/fill-run.ts';
import { readSettings } from '#server/app/settings.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { beginRun, saveAnswer } from '#server/sheet/index.ts';
import type { Mamori } from './journey.ts';
import type { Facility, Person } from './people.ts';

type Answers = PlannedRun['sittings'][number]['answers'];

/** Somebody of a facility as the acts of the product know them. */
export async function actingIn({ id }: Facility, { caller }: Person): Promise<Acting> {
  const { person, facilities }: Session = await caller.call('GET', '/session');
  const held = facilities.find((facility) => facility.id === id)?.roles ?? [];
  return { ...person, roles: facilityRoles.filter((role) => held.includes(role)) };
}

/** A moment of the fiscal year before this one. */
function lastYear(): Date {
  const now = new Date();
  return momentIn(fiscalYearOf(now) - 1, now, 0.5, 0.5);
}

function openDatabase({ dataDir }: Mamori) {
  const root = join(import.meta.dirname, '..');
  return openForCommand(readSettings({ MAMORI_DATA_DIR: dataDir }, { root }));
}

/** Has somebody answer a sheet and submit it a fiscal year ago, by the acts of the product with the clock of then. */
export async function submitLastYear(
  mamori: Mamori,
  facility: Facility,
  person: Person,
  { sheetId, answers }: { readonly sheetId: SelfAssessmentSheet; readonly answers: Answers },
): Promise<void> {
  const once = { by: await actingIn(facility, person), at: lastYear() };
  const { db, close } = await openDatabase(mamori);
  const run = { sheetId, begun: once, sittings: [{ ...once, answers }], origin: 'typed' as const, submitted: once };
  await fillRun({ db, catalogue: loadCatalogue() }, facility.id, run).finally(close);
}

/** Has somebody begin the form of a hospital a fiscal year ago, with はい to these items; its run. */
export async function beginLastYearsForm(
  mamori: Mamori,
  facility: Facility,
  person: Person,
  itemIds: readonly string[],
): Promise<string> {
  const [by, at, catalogue] = [await actingIn(facility, person), lastYear(), loadCatalogue()];
  const { db, close } = await openDatabase(mamori);
  const fill = actAs(db, facility.id, by, async (as) => {
    const { id: runId } = await beginRun(as(by, at), catalogue, 'checklist-institution');
    for (const itemId of itemIds) {
      const answer = { itemId, value: 'yes' as const, note: '', revision: 0, confirmedOn: dayInJapan(at) };
      await saveAnswer(as(by, at), catalogue, { ...answer, runId });
    }
    return runId;
  });
  return await fill.finally(close);
}
