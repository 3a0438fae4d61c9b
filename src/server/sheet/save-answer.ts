import { type Catalogue, findItem } from '#core/catalogue/catalogue.ts';
import type { AnswerValue, Sheet } from '#core/catalogue/sheet.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { type Change, type CurrentAnswer, decideAnswer, neverAnswered } from '#core/sheet/answer-change.ts';
import { marksOf, sameMarks } from '#core/sheet/answer-marks.ts';
import type { Conclusion } from '#core/sheet/conclusion.ts';
import { type Answer, mayAnswer } from '#core/sheet/run.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { answersOf, lockRunForAnswer, writeAnswers } from './answer-repository.ts';
import type { RunRow } from './run-repository.ts';
import { placeOf, placesIn, sheetOfRun } from './sheet-of-run.ts';

export type SaveAnswerInput = Change & { readonly runId: string; readonly itemId: string };

async function answerNow({ tx, facilityId }: FacilityContext, { runId, itemId }: SaveAnswerInput): Promise<Answer> {
  const [current] = await answersOf(tx, facilityId, runId, [itemId]);
  if (!current) throw notFound();
  return current;
}

const currentOf = (row: {
  confirmedOn: string | null;
  targetOn: string | null;
  conclusion: Conclusion | null;
  value: string | null;
  note: string | null;
  revision: number | null;
  toConfirm: boolean | null;
}): CurrentAnswer =>
  row.revision === null
    ? neverAnswered
    : {
        value: row.value as AnswerValue | null,
        note: row.note ?? '',
        revision: row.revision,
        toConfirm: row.toConfirm ?? false,
        ...marksOf(row),
      };

/** The answer that was the same when it was looked at; another writer may have changed it before the run was held. */
async function unchangedAnswer(context: FacilityContext, input: SaveAnswerInput): Promise<Answer> {
  const current = await answerNow(context, input);
  const same = current.value === input.value && current.note === input.note && sameMarks(current, input);
  if (!same) throw refused('sheet/stale-revision', { current });
  return current;
}

/** What the log says of an answer: of an executive's private run, which others must not follow, nothing. */
const loggedOf = (run: RunRow, item: string, revision: number): Record<string, string | number> =>
  run.executiveId === null ? { item, revision } : {};

/** Somebody had the run go over to another version while the person had the older one open. */
function refuseOtherVersion(catalogue: Catalogue, sheet: Sheet, run: RunRow, itemId: string): void {
  if (run.movedFrom === null || placesIn(sheet).has(itemId)) return;
  if (findItem(catalogue, itemId)?.sheet.id === sheet.id) throw refused('sheet/run-moved');
}

/** Saves one answer upon the revision it was based on. */
export async function saveAnswer(
  context: FacilityContext,
  catalogue: Catalogue,
  input: SaveAnswerInput,
): Promise<Answer> {
  const { tx, facilityId, personId, roles, now } = context;
  const { runId, itemId, value, note } = input;
  const run = await lockRunForAnswer(tx, { facilityId, runId, itemId, personId });
  if (!run) throw notFound();
  const sheet = sheetOfRun(catalogue, run);
  refuseOtherVersion(catalogue, sheet, run, itemId);
  const { item, area } = placeOf(sheet, itemId);
  const assignedTo = run.assignedAreas.includes(area.id) ? personId : undefined;
  if (!mayAnswer(run, { id: personId, roles }, assignedTo)) throw refused('not-allowed');
  const days = { sheet, fiscalYear: run.fiscalYear, today: dayInJapan(now) };
  const decision = decideAnswer({ ...run, scale: sheet.scale, days }, item, currentOf(run), input);
  if (decision.kind === 'locked') throw refused('sheet/run-locked');
  if (decision.kind === 'not-valid') throw refused('input-not-valid', { faults: [decision.fault] });
  if (decision.kind === 'stale') throw refused('sheet/stale-revision', { current: await answerNow(context, input) });
  if (decision.kind === 'unchanged') return unchangedAnswer(context, input);
  const answer = { itemId, value, note, ...marksOf(input), revision: decision.revision, toConfirm: false };
  const [written] = await Promise.all([
    writeAnswers(tx, { facilityId, runId, personId, at: now, origin: 'typed' }, [answer]),
    recordActivity(context, 'sheet.answered', runId, loggedOf(run, itemId, decision.revision)),
  ]);
  if (written.length === 0) throw refused('sheet/stale-revision', { current: await answerNow(context, input) });
  return { ...answer, answeredBy: { id: personId, name: context.personName }, answeredAt: now };
}
