import type { Kysely } from 'kysely';
import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import type { SheetId } from '#core/catalogue/sheet.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { addPeople } from './add-people.ts';
import { fillChecklist } from './checklist-run.ts';
import { fillRun } from './fill-run.ts';
import { hospitalRuns } from './hospital-runs.ts';
import { leadingHospital } from './hospitals.ts';
import { fillLeadingAudits } from './leading-audits.ts';
import { fillLeadingClauses } from './leading-clauses.ts';
import { fillLeadingDecisions } from './leading-decisions.ts';
import { fillLeadingFiles } from './leading-files.ts';
import { fillLeadingPatients } from './leading-patients.ts';
import { fillLeadingReceiver } from './leading-receiver.ts';
import { fillLeadingRegulations } from './leading-regulations.ts';
import { fillLeadingRisks } from './leading-risks.ts';
import { fillLeadingRun } from './leading-run.ts';
import { fillLeadingTasks } from './leading-tasks.ts';
import { fillLeadingVendors } from './leading-vendors.ts';
import { fillLeadingYear } from './leading-year.ts';
import type { DemoFacility } from './listed-facility.ts';
import { openDemoFacility } from './open-facility.ts';
import { fillOwnersTasks } from './owners-tasks.ts';
import { region } from './region.ts';
import { halfwayPharmacy, ownersClinic } from './small-facilities.ts';
import { smallRuns } from './small-runs.ts';
import { spanUpTo } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue; readonly now: Date };
/** Whose ministry checklist is under way. */
const withChecklist = [leadingHospital, halfwayPharmacy];

type Say = (line: string) => void;

const atOnce = 4;
const tellEvery = 20;

function sheetIn(catalogue: Catalogue) {
  return (id: SheetId) => {
    const sheet = latestSheet(catalogue, id);
    if (!sheet) throw new Error(`the content has no sheet ${id}`);
    return sheet;
  };
}

async function fillFacility(parts: Parts, facility: DemoFacility, ids: ReadonlyMap<string, string>): Promise<void> {
  const { db, catalogue, now } = parts;
  const sheetOf = sheetIn(catalogue);
  const span = spanUpTo(now);
  const opened = await openDemoFacility(db, facility, { ids, span });
  const runsOf = facility.type === 'hospital' ? hospitalRuns : smallRuns;
  for (const run of runsOf(opened, sheetOf, span)) await fillRun(parts, opened.id, run);
  if (withChecklist.includes(facility.name)) await fillChecklist(parts, opened, span);
  if (facility.name === ownersClinic) await fillOwnersTasks(parts, opened, span);
  if (facility.name !== leadingHospital) return;
  await fillLeadingRun(parts, opened, sheetOf('hospital'), span);
  await fillLeadingTasks(parts, opened, span);
  await fillLeadingDecisions(parts, opened, span);
  await fillLeadingClauses(parts, opened, span);
  await fillLeadingRisks(parts, opened, span);
  await fillLeadingVendors(parts, opened, span);
  await fillLeadingRegulations(parts, opened, span);
  await fillLeadingPatients(parts, opened, span);
  await fillLeadingFiles(parts, opened, span);
  await fillLeadingAudits(parts, opened, span);
  await fillLeadingYear(parts, opened, span);
  await fillLeadingReceiver(parts, opened, span);
}

// A generator, unlike an array's own iterator, ends for everybody who shares it once one of them fails.
function* each<T>(list: readonly T[]) {
  yield* list;
}

/**
 * Fills the fictional region by the acts of the product. What is there already stays: a filling that was broken off is
 * completed, nothing is doubled.
 */
export async function fillRegion(parts: Parts, say: Say): Promise<void> {
  const ids = await addPeople(parts.db);
  const waiting = each(region);
  let done = 0;
  const fillNext = async () => {
    for (const facility of waiting) {
      await fillFacility(parts, facility, ids);
      done += 1;
      if (done % tellEvery === 0) say(`  ${region.length}施設のうち${done}施設まで書き込みました`);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, fillNext));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
