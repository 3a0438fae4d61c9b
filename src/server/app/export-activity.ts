import { ReadableStream } from 'node:stream/web';
import type { ActivityEntry, ActivityFilter } from '#core/app/activity-contract.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { writeCsv } from '../platform/documents/index.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { activityPage } from './activity-page.ts';

const rowsAtOnce = 500;
const markLength = 3;
export const activityColumns = ['日時', '人', 'したこと', '何に', '操作の符号', '対象のID', '人のID', '記録のID'];

const inJapan = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

export const activityRow = ({ id, at, person, act, title, subject, about }: ActivityEntry) => [
  inJapan.format(at),
  person?.name ?? '',
  title,
  about ?? '',
  act,
  subject ?? '',
  person?.id ?? '',
  id,
];

/**
 * Every entry that fits, as CSV. Each pull enters the facility anew, so that a slow receiver keeps no connection; the
 * first one is read before the answer begins, so that a refusal is told as one.
 */
export async function exportActivity(
  { inFacility }: Pick<RequestContext, 'inFacility'>,
  catalogue: Catalogue,
  filter: ActivityFilter,
): Promise<ReadableStream<Uint8Array>> {
  const read = (after: string | undefined) =>
    inFacility((facility) => activityPage(facility, catalogue, { ...filter, after, limit: rowsAtOnce }));
  let page = await read(undefined);
  let begun = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (begun && page.next !== null) page = await read(page.next);
      const rows = page.entries.map(activityRow);
      controller.enqueue(begun ? writeCsv(rows).subarray(markLength) : writeCsv([activityColumns, ...rows]));
      begun = true;
      if (page.next === null) controller.close();
    },
  });
}
