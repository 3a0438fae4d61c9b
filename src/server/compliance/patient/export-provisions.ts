import { ReadableStream } from 'node:stream/web';
import { type Provision, provisionGroundTitles } from '#core/compliance/patient/provision.ts';
import { writeCsv } from '../../platform/documents/index.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { findProvisions } from './provision-repository.ts';

const rowsAtOnce = 500;
const markLength = 3;
const head = ['提供した日', '相手', '情報の種類', '根拠', '根拠の説明', '責任範囲の書面', '書いた人'];

export const provisionHeaders = {
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="provisions.csv"; filename*=UTF-8''${encodeURIComponent('第三者提供の記録.csv')}`,
  'Cache-Control': 'private, no-store',
};

const rowOf = ({ providedOn, recipient, content, ground, groundNote, agreement, writtenBy }: Provision) => [
  ...[providedOn, recipient, content, provisionGroundTitles[ground], groundNote, agreement, writtenBy.name],
];

/** Every provision as CSV. Each pull enters the facility anew, so that a slow receiver keeps no connection. */
export async function exportProvisions({
  inFacility,
}: Pick<RequestContext, 'inFacility'>): Promise<ReadableStream<Uint8Array>> {
  const read = (after: string | undefined) => inFacility((facility) => findProvisions(facility, after, rowsAtOnce));
  let page = await read(undefined);
  let begun = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (begun && page.next !== null) page = await read(page.next);
      const rows = page.entries.map(rowOf);
      controller.enqueue(begun ? writeCsv(rows).subarray(markLength) : writeCsv([head, ...rows]));
      begun = true;
      if (page.next === null) controller.close();
    },
  });
}
