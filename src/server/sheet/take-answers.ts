import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Taken } from '#core/sheet/contract.ts';
import { type OfferedAnswer, sortOffer } from '#core/sheet/offered-answers.ts';
import { type Answer, mayAnswer } from '#core/sheet/run.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { answersOf, assignmentsOf, lockRun, type Origin, writeAnswers } from './repository.ts';
import { placesIn, sheetOfRun } from './sheet-of-run.ts';

async function loadOpenRun({ tx, facilityId }: FacilityContext, catalogue: Catalogue, runId: string) {
  const run = await lockRun(tx, facilityId, runId);
  if (!run) throw notFound();
  if (run.status === 'submitted') throw refused('sheet/run-locked');
  const answers = await answersOf(tx, facilityId, runId);
  const assigned = await assignmentsOf(tx, facilityId, runId);
  const sheet = sheetOfRun(catalogue, run);
  return {
    run,
    scale: sheet.scale,
    places: placesIn(sheet),
    current: new Map(answers.map((answer): [string, Answer] => [answer.itemId, answer])),
    assignedTo: new Map(assigned.map(({ areaId, person }) => [areaId, person.id])),
  };
}

export type TakeAnswersInput = {
  readonly runId: string;
  readonly origin: Origin;
  readonly offered: readonly OfferedAnswer[];
};

/**
 * Takes answers from elsewhere into an open run, all in one statement. One fault refuses them all; an answer someone
 * else changed meanwhile is left and reported for the person to choose.
 */
export async function takeAnswers(
  context: FacilityContext,
  catalogue: Catalogue,
  { runId, origin, offered }: TakeAnswersInput,
): Promise<Taken> {
  const { tx, facilityId, personId, roles, now } = context;
  const { run, scale, places, current, assignedTo } = await loadOpenRun(context, catalogue, runId);
  const items = new Map([...places].map(([id, { item }]) => [id, item]));
  const { writes, conflicts, faults, unchanged } = sortOffer(scale, items, current, offered);
  if (faults.length > 0) throw refused('sheet/file-not-usable', { faults });
  const isMine = ({ itemId }: OfferedAnswer) =>
    mayAnswer(run, { id: personId, roles }, assignedTo.get(places.get(itemId)?.area.id ?? ''));
  if (!writes.every(isMine)) throw refused('not-allowed');
  if (writes.length > 0) {
    const answers = writes.map((write) => ({ ...write, toConfirm: origin === 'carried-over' }));
    await recordActivity(context, 'sheet.answers-taken', runId, { origin, answers: writes.length });
    await writeAnswers(tx, { facilityId, runId, personId, at: now, origin }, answers);
  }
  const inConflict = conflicts.flatMap(({ itemId, value, note }) => {
    const standing = current.get(itemId);
    return standing ? [{ current: standing, yours: { value, note } }] : [];
  });
  return { written: writes.length, unchanged, conflicts: inConflict };
}
