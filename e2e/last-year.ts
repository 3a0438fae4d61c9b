import { join } from 'node:path';
import type { Session } from '#core/identity/contract.ts';
import { facilityRoles } from '#core/identity/role.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { openForCommand } from '#server/app/command-database.ts';
import type { Acting } from '#server/app/demo/act-as.ts';
import { momentIn } from '#server/app/demo/calendar.ts';
import { fillRun, type PlannedRun } from '#server/app/demo/fill-run.ts';
import { readSettings } from '#server/app/settings.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import type { Mamori } from './journey.ts';
import type { Facility, Person } from './people.ts';

type Answers = PlannedRun['sittings'][number]['answers'];

/** Somebody of a facility as the acts of the product know them. */
export async function actingIn({ id }: Facility, { caller }: Person): Promise<Acting> {
  const { person, facilities }: Session = await caller.call('GET', '/session');
  const held = facilities.find((facility) => facility.id === id)?.roles ?? [];
  return { ...person, roles: facilityRoles.filter((role) => held.includes(role)) };
}

/** Has somebody answer a sheet and submit it a fiscal year ago, by the acts of the product with the clock of then. */
export async function submitLastYear(
  { dataDir }: Mamori,
  facility: Facility,
  person: Person,
  { sheetId, answers }: { readonly sheetId: SelfAssessmentSheet; readonly answers: Answers },
): Promise<void> {
  const now = new Date();
  const at = momentIn(fiscalYearOf(now) - 1, now, 0.5, 0.5);
  const by = await actingIn(facility, person);
  const root = join(import.meta.dirname, '..');
  const { db, close } = await openForCommand(readSettings({ MAMORI_DATA_DIR: dataDir }, { root }));
  const once = { by, at };
  const run = { sheetId, begun: once, sittings: [{ ...once, answers }], origin: 'typed' as const, submitted: once };
  await fillRun({ db, catalogue: loadCatalogue() }, facility.id, run).finally(close);
}
