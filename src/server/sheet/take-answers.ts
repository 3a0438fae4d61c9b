import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { marksOf, noMarks } from '#core/sheet/answer-marks.ts';
import type { Taken } from '#core/sheet/contract.ts';
import { isUntouched, type OfferedAnswer, sortOffer } from '#core/sheet/offered-answers.ts';
import { type Answer, mayAnswer, mayRead } from '#core/sheet/run.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import { recordRead } from '../platform/activity/record-read.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { answersOf, type Origin, writeAnswers } from './answer-repository.ts';
import { assignmentsOf } from './assignment-repository.ts';
import { lockRun } from './run-repository.ts';
import { placesIn, sheetOfRun } from './sheet-of-run.ts';

async function loadOpenRun(context: FacilityContext, catalogue: Catalogue, runId: string) {
  const { tx, facilityId, personId, roles, now } = context;
  const run = await lockRun(tx, facilityId, runId);
  if (!run) throw notFound();
  if (run.status === 'submitted') throw refused('sheet/run-locked');
  const answers = await answersOf(tx, facilityId, runId);
  const assigned = await assignmentsOf(tx, facilityId, runId);
  const holders = new Map(assigned.map(({ areaId, person }) => [areaId, person.id]));
  const sheet = sheetOfRun(catalogue, run);
  const places = placesIn(sheet);
  const holderOf = (itemId: string) => holders.get(places.get(itemId)?.area.id ?? '');
  return {
    frame: {
      purpose: run.purpose,
      scale: sheet.scale,
      days: { sheet, fiscalYear: run.fiscalYear, today: dayInJapan(now) },
    },
    items: new Map([...places].map(([id, { item }]) => [id, item])),
    current: new Map(answers.map((answer): [string, Answer] => [answer.itemId, answer])),
    isReadable: (itemId: string) => mayRead({ id: personId, roles }, holderOf(itemId)),
    isMine: (itemId: string) => mayAnswer(run, { id: personId, roles }, holderOf(itemId)),
  };
}

type OpenRun = Awaited<ReturnType<typeof loadOpenRun>>;

/** Sorts the offer; refused before it is compared with answers the person may not read, so that nothing tells of them. */
function sorted({ frame, items, current, isReadable, isMine }: OpenRun, offered: readonly OfferedAnswer[]) {
  const isHidden = (offer: OfferedAnswer) => items.has(offer.itemId) && !isReadable(offer.itemId);
  if (offered.some((offer) => isHidden(offer) && !isUntouched(offer))) throw refused('not-allowed');
  const sort = sortOffer(frame, items, current, offered);
  if (sort.faults.length > 0) throw refused('sheet/file-not-usable', { faults: sort.faults });
  if (!sort.writes.every(({ itemId }) => isMine(itemId))) throw refused('not-allowed');
  return sort;
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
  const { tx, facilityId, personId, now } = context;
  const run = await loadOpenRun(context, catalogue, runId);
  const { writes, conflicts, unchanged } = sorted(run, offered);
  if (writes.length > 0) {
    // What stood last year is confirmed, with its day, by whoever looks at it this year.
    const unconfirmed = origin === 'carried-over' ? { toConfirm: true, ...noMarks } : { toConfirm: false };
    const answers = writes.map((write) => ({ ...write, ...unconfirmed }));
    await recordActivity(context, 'sheet.answers-taken', runId, { origin, answers: writes.length });
    await writeAnswers(tx, { facilityId, runId, personId, at: now, origin }, answers);
  } else await recordRead(context, { act: 'sheet.read' }, runId);
  const inConflict = conflicts.flatMap((offer) => {
    const standing = run.current.get(offer.itemId);
    const yours = { value: offer.value, note: offer.note, ...marksOf(offer) };
    return standing ? [{ current: standing, yours }] : [];
  });
  return { written: writes.length, unchanged, conflicts: inConflict };
}
