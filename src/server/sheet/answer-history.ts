import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { AnswerValue } from '#core/catalogue/sheet.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { readableItems } from './readable.ts';
import { findRun } from './repository.ts';

/** Who answered an item what and when, newest first. */
export async function answerHistory(
  context: FacilityContext,
  catalogue: Catalogue,
  { runId, itemId }: { readonly runId: string; readonly itemId: string },
) {
  const { tx, facilityId } = context;
  const run = await findRun(tx, facilityId, runId);
  if (!run) throw notFound();
  const isReadable = await readableItems(context, catalogue, run);
  if (!isReadable(itemId)) throw notFound();
  const rows = await tx
    .selectFrom('answer_history')
    .innerJoin('person', 'person.id', 'answer_history.answered_by')
    .select([
      'value',
      'note',
      'revision',
      'origin',
      'answered_at as answeredAt',
      'person.id as personId',
      'person.name',
    ])
    .where('facility_id', '=', facilityId)
    .where('run_id', '=', runId)
    .where('item_id', '=', itemId)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(({ personId, name, value, ...row }) => ({
    ...row,
    value: value as AnswerValue | null,
    answeredBy: { id: personId, name },
  }));
}
