import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { areaBefore, crossingBetween, isBridged } from '#core/catalogue/crossing.ts';
import { decideMove, mayMove } from '#core/sheet/move.ts';
import type { Run } from '#core/sheet/run.ts';
import { sheetInUse } from '../catalogue/index.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import { recordRead } from '../platform/activity/record-read.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { carryThrough, moveAssignments, saveVersion } from './move-repository.ts';
import { readRun } from './read-run.ts';
import { lockRun, type RunRow } from './run-repository.ts';
import { sheetOfRun } from './sheet-of-run.ts';

async function decided({ tx, personId, roles }: FacilityContext, catalogue: Catalogue, run: RunRow, version: string) {
  const sheet = sheetOfRun(catalogue, run);
  return decideMove(run, {
    version,
    current: (await sheetInUse(tx, catalogue, sheet.id))?.version,
    bridged: isBridged(catalogue, sheet.id, run.sheetVersion, version),
    may: mayMove(run, { id: personId, roles }),
  });
}

/**
 * Has an open run go over to a newer version of its sheet: unchanged questions keep their answers, the reworded and the new
 * are asked. Nothing answered is lost; whoever saves at the same moment is saved before or told to read the run anew.
 */
export async function moveRun(
  context: FacilityContext,
  catalogue: Catalogue,
  { runId, version }: { readonly runId: string; readonly version: string },
): Promise<Run> {
  const { tx, facilityId } = context;
  const run = await lockRun(tx, facilityId, runId);
  if (!run) throw notFound();
  const move = await decided(context, catalogue, run, version);
  if (move.kind === 'refused') throw refused(move.reason);
  if (move.kind === 'moved-already') {
    await recordRead(context, { act: 'sheet.read' }, runId);
    return readRun(context, catalogue, runId);
  }
  const to = sheetOfRun(catalogue, { ...run, sheetVersion: version });
  const crossing = crossingBetween(catalogue, sheetOfRun(catalogue, run), to);
  const areas = to.areas.flatMap(({ id }) => {
    const was = areaBefore(crossing, id);
    return was === undefined ? [] : [{ area: id, was }];
  });
  await recordActivity(context, 'sheet.moved', runId, { from: run.sheetVersion, to: version });
  await carryThrough(tx, { facilityId, runId }, crossing);
  await saveVersion(tx, { facilityId, runId }, crossing);
  await moveAssignments(tx, { facilityId, runId }, areas);
  return readRun(context, catalogue, runId);
}
