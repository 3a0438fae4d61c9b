import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Act } from '#core/kernel/act.ts';
import type { SheetEvent } from '#core/sheet/live-event.ts';
import { recordRead } from '../platform/activity/record-read.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import type { Change, LiveSource } from '../platform/live/index.ts';
import { answersOf } from './answer-repository.ts';
import { readableItems } from './readable.ts';
import { type RunRow, runsAmong } from './run-repository.ts';

/** An act names one item, or it changed more of the run than can be told. */
const itemOf = ({ act, detail: { item } }: Change) =>
  act === 'sheet.answered' && typeof item === 'string' ? item : undefined;

/** The answers that stand now at the items acted upon, as far as the reader may read them. */
async function answersTold(context: FacilityContext, catalogue: Catalogue, run: RunRow, items: readonly string[]) {
  if (items.length === 0) return [];
  const isReadable = await readableItems(context, catalogue, run);
  const readable = items.filter(isReadable);
  const answers = readable.length > 0 ? await answersOf(context.tx, context.facilityId, run.id, readable) : [];
  if (answers.length > 0) await recordRead(context, { act: 'sheet.read' }, run.id);
  return answers.map((answer): SheetEvent => ({ kind: 'sheet.answered', runId: run.id, answer }));
}

/** Tells whoever has a run open what others answer in it; `also` are acts of other capabilities upon a run. */
export function answersLive(catalogue: Catalogue, also: readonly Act[]): LiveSource<SheetEvent> {
  return {
    permission: 'sheet.read',
    acts: [
      'sheet.answered',
      'sheet.answers-taken',
      'sheet.assigned',
      'sheet.without-vendor-set',
      'sheet.moved',
      ...also,
    ],
    read: async (context, changes) => {
      const { tx, facilityId } = context;
      const ids = [...new Set(changes.flatMap(({ subject }) => subject ?? []))];
      const events: SheetEvent[] = [];
      for (const run of await runsAmong(tx, facilityId, ids)) {
        const upon = changes.filter(({ subject }) => subject === run.id);
        const items = [...new Set(upon.flatMap((change) => itemOf(change) ?? []))];
        if (upon.some((change) => itemOf(change) === undefined)) {
          events.push({ kind: 'sheet.run-changed', runId: run.id });
        }
        events.push(...(await answersTold(context, catalogue, run, items)));
      }
      return events;
    },
  };
}
